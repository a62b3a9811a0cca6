// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.CheckReport;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people what of their items isn't in Home: each fault once, as long as it stays, and only when it has stayed for
 * {@link #PATIENCE}, because bundles start one after another and notes come after their items. For one thread at a time.
 */
final class FaultWarnings {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(FaultWarnings.class);

    private final String bridge;
    private final LongSupplier nanoTime;
    private final Map<String, Long> since = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    FaultWarnings(String bridge, LongSupplier nanoTime) {
        this.bridge = bridge;
        this.nanoTime = nanoTime;
    }

    /**
     * Looks at the newest reports.
     *
     * @return whether there are faults that are to be told if they stay
     */
    boolean look(Collection<List<CheckReport>> reports) {
        Set<String> faults = faults(reports);
        since.keySet().retainAll(faults);
        told.retainAll(faults);
        long now = nanoTime.getAsLong();
        for (String fault : faults) {
            boolean isOld = now - since.computeIfAbsent(fault, first -> now) >= PATIENCE.toNanos();
            if (isOld && told.add(fault)) {
                LOG.warn("Bridge {} doesn't show all of item {}", bridge, fault);
            }
        }
        return told.size() < faults.size();
    }

    private static Set<String> faults(Collection<List<CheckReport>> reports) {
        Set<String> faults = new LinkedHashSet<>();
        reports.stream()
                .flatMap(List::stream)
                .forEach(report -> report.findings().stream()
                        .filter(CheckReport.Finding::isFault)
                        .forEach(finding -> faults.add(report.item() + ": " + finding.text())));
        return faults;
    }
}
