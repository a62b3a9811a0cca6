// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.conformance.report.ConformanceReport;
import io.latchkey.conformance.report.Explanation;
import io.latchkey.conformance.report.Finding;
import io.latchkey.conformance.report.HtmlReport;
import io.latchkey.conformance.report.TextReport;
import io.latchkey.conformance.report.Verdict;
import io.latchkey.itests.wire.RefusedException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Points the suite at a server that runs already and isn't paired. Arguments: {@code HOST:PORT}, then its setup code,
 * which may be given in the environment variable {@code LATCHKEY_SETUP_CODE} instead: an argument shows in the list of
 * processes. The report goes to the folder that the system property {@code latchkey.report} names, else to this one.
 * Exit status: 0 if nothing differs, 1 if something does, 2 if the suite couldn't begin.
 */
public final class ConformanceMain {
    private static final int CONFORMS = 0;
    private static final int DIFFERS = 1;
    private static final int MISUSE = 2;
    private static final String OWN = "own";
    private static final String FOLDER = "latchkey.report";

    private final PrintStream out;

    ConformanceMain(PrintStream out) {
        this.out = out;
    }

    /** Runs the suite and ends the process. */
    public static void main(String[] arguments) {
        System.exit(new ConformanceMain(System.out).run(arguments));
    }

    int run(String... arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            return misuse("give HOST:PORT and the setup code of a server that isn't paired");
        }
        System.setProperty(RemoteTarget.ADDRESS, arguments[0]);
        if (arguments.length > 1) {
            System.setProperty(RemoteTarget.CODE, arguments[1]);
        }
        Optional<String> trouble = pair(
                        arguments[0], "doesn't pair", "nobody may be paired with it, and the setup code must be right")
                .or(
                        () -> pair(
                                arguments[0],
                                "doesn't pair a second time",
                                "the tests pair with it again and again, so its setup code has to stay when it is unpaired; a bridge "
                                        + "of Latchkey that makes its own codes needs one in its configuration (--setup-code)"));
        if (trouble.isPresent()) {
            return misuse(trouble.get());
        }
        try {
            ConformanceReport report = test(arguments[0]);
            out.println(System.lineSeparator() + TextReport.of(report));
            out.println("Report: " + write(report));
            return report.differing().isEmpty() ? CONFORMS : DIFFERS;
        } catch (IOException full) {
            return misuse("the report can't be written: " + full.getMessage());
        }
    }

    /** Pairs and ends that pairing; gives what keeps it from that. */
    private static Optional<String> pair(String address, String trouble, String mending) {
        try (Server server = new Server(RemoteTarget.named())) {
            server.paired();
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(address + " " + trouble + " (" + refused.getMessage() + "): " + mending);
        } catch (IllegalStateException | IllegalArgumentException | IOException refused) {
            return Optional.of(address + " can't be tested: " + refused.getMessage());
        }
    }

    private ConformanceReport test(String address) {
        Launcher launcher = LauncherFactory.create();
        SuiteListener listener = new SuiteListener(out);
        launcher.execute(request(TagFilter.excludeTags(OWN)), listener);
        List<Finding> findings = new ArrayList<>(listener.findings());
        TestPlan own = launcher.discover(request(TagFilter.includeTags(OWN)));
        own.getRoots().stream()
                .flatMap(each -> own.getDescendants(each).stream())
                .filter(TestIdentifier::isTest)
                .flatMap(each -> Finding.named(each.getDisplayName(), Verdict.OWN_CLASSES, Explanation.NONE).stream())
                .forEach(findings::add);
        return ConformanceReport.of(address, findings);
    }

    private static LauncherDiscoveryRequest request(PostDiscoveryFilter filter) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectPackage(ConformanceMain.class.getPackageName()))
                .filters(ClassNameFilter.includeClassNamePatterns(".*Conformance"), filter)
                .build();
    }

    private static Path write(ConformanceReport report) throws IOException {
        Path folder = Path.of(System.getProperty(FOLDER, "")).toAbsolutePath();
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("conformance.html"), HtmlReport.of(report));
    }

    private int misuse(String what) {
        out.println("latchkey: " + what);
        return MISUSE;
    }
}
