// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is seen from outside only because of something that another examination names: beside its cause it would send people
 * the wrong way, so it is left out. Pure.
 */
final class Consequences {
    /** By the code of what follows, the codes of what brings it about. */
    private static final Map<String, Set<String>> CAUSES = Map.of(
            "record-unseen", Set.of("openhab-mdns", "loopback-only"),
            "address-unanswered", Set.of("port-unanswered", "loopback-only"),
            "controller-unknown", Set.of("administrator-gone", "identity-lost"));

    private Consequences() {}

    /** Those that nothing else among them explains. */
    static List<Diagnosis> without(List<Diagnosis> seen) {
        return seen.stream()
                .filter(each -> seen.stream().noneMatch(other -> explains(other, each)))
                .toList();
    }

    private static boolean explains(Diagnosis cause, Diagnosis other) {
        return cause.severity() != Severity.RIGHT
                && CAUSES.getOrDefault(other.code(), Set.of()).contains(cause.code())
                && (cause.bridge().isEmpty() || cause.bridge().equals(other.bridge()));
    }
}
