// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.report;

import java.util.List;

/**
 * A numbered behaviour of a HAP server and what its tests have found.
 *
 * @param number from 1
 * @param title the sentence of its first test
 * @param findings of all its tests, in their order
 */
public record TestedBehaviour(int number, String title, List<Finding> findings) {

    /** Copies the findings. */
    public TestedBehaviour {
        findings = List.copyOf(findings);
    }

    /** The weightiest of what its tests have found: one that differs counts more than many that conform. */
    public Verdict verdict() {
        return findings.stream().map(Finding::verdict).min(Verdict::compareTo).orElse(Verdict.NOT_TESTED);
    }

    /** Those findings that say more than that the server conforms. */
    public List<Finding> remarks() {
        return findings.stream()
                .filter(each -> !each.explanation().equals(Explanation.NONE))
                .toList();
    }
}
