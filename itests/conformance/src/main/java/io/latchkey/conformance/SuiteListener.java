// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.conformance.report.Explanation;
import io.latchkey.conformance.report.Finding;
import io.latchkey.conformance.report.Verdict;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Turns the ends of tests into findings and tells each at once. Called by the launcher on its one thread. */
final class SuiteListener implements TestExecutionListener {
    private final PrintStream out;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<TestIdentifier> ended = new HashSet<>();
    private TestPlan plan;

    SuiteListener(PrintStream out) {
        this.out = out;
    }

    /** Everything found so far. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        add(test, Verdict.NOT_TESTED, new Explanation("", "", reason));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Optional<Throwable> thrown = result.getThrowable();
        if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            Verdict verdict =
                    thrown.map(each -> verdict(result.getStatus(), each)).orElse(Verdict.CONFORMS);
            add(test, verdict, thrown.map(Explanation::of).orElse(Explanation.NONE));
        }
    }

    private static Verdict verdict(TestExecutionResult.Status status, Throwable thrown) {
        if (status == TestExecutionResult.Status.FAILED) {
            return Verdict.DIFFERS;
        }
        boolean senseless = thrown.getMessage() != null && thrown.getMessage().startsWith("not applicable");
        return senseless ? Verdict.NOT_APPLICABLE : Verdict.NEEDS_TEST_ACCESSORY;
    }

    /** A class that couldn't even begin counts for all its tests. */
    private void add(TestIdentifier test, Verdict verdict, Explanation explanation) {
        if (test.isContainer()) {
            plan.getChildren(test).forEach(each -> add(each, verdict, explanation));
        } else if (ended.add(test)) {
            Finding.named(test.getDisplayName(), verdict, explanation).ifPresent(this::tell);
        }
    }

    private void tell(Finding finding) {
        findings.add(finding);
        out.println(finding.line());
    }
}
