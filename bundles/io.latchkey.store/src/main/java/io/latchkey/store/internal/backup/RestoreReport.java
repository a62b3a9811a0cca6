// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.identity.Pairing;
import io.latchkey.api.store.AccessoryShapes;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.verb.VerbResult.Output;
import io.latchkey.store.internal.BackupContents;
import io.latchkey.store.internal.BridgeCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what is in a backup, and what a restore would do. Shows no key and no code. Pure. */
final class RestoreReport {
    private static final List<String> HEADERS =
            List.of("Bridge", "Device ID", "Controllers", "Accessories", "Configuration number", "Port");

    private RestoreReport() {}

    /** What is in it. */
    static List<Output> contents(BackupContents contents, List<BridgeCopy> chosen) {
        List<Output> outputs = new ArrayList<>();
        outputs.add(new Output.Text("Taken at " + contents.takenAt() + " by Latchkey " + contents.program()));
        outputs.add(new Output.Table(
                HEADERS, chosen.stream().map(RestoreReport::row).toList()));
        for (BridgeCopy copy : chosen) {
            if (!copy.settings().isEmpty()) {
                outputs.add(new Output.Text("Settings of " + copy.bridge() + ": " + settings(copy.settings())));
            }
        }
        return outputs;
    }

    /** What would become of a bridge, a line for each thing that isn't as in the backup. */
    static List<String> differences(RestorePlan plan, Set<String> configured) {
        List<String> lines = new ArrayList<>();
        String bridge = "Bridge " + plan.from().bridge();
        if (!plan.removed().isEmpty()) {
            lines.add(bridge + ": removed since then, "
                    + (plan.withRemoved() ? "trusted again: " : "left out (--with-removed takes them back): ")
                    + names(plan.removed()));
        }
        if (!plan.since().isEmpty()) {
            lines.add(bridge + ": paired since then, they stay: " + names(plan.since()));
        }
        if (plan.from().memory().get(Domain.IDENTITY).isEmpty()) {
            lines.add(
                    bridge + ": its identity isn't trusted any more and was taken out of this copy; ids and memory are"
                            + " put back, identity and pairings stay as they are here.");
        }
        lines.addAll(settings(plan, bridge, configured));
        return lines;
    }

    private static List<String> settings(RestorePlan plan, String bridge, Set<String> configured) {
        List<String> lines = new ArrayList<>();
        RestoredSettings settings = plan.settings();
        boolean isFurther = plan.from().furtherOf().isPresent();
        if (isFurther ? !configured.contains(plan.from().furtherOf().get()) : isUnnamed(plan)) {
            lines.add(bridge + ": no configuration here names it; it comes up as soon as one does.");
        } else if (!isFurther && plan.here().isEmpty()) {
            lines.add(bridge + ": no configuration here names it; one is made with the settings of the backup.");
        } else {
            settings.changes().forEach(change -> lines.add(bridge + ": its settings get " + change + "."));
        }
        settings.lostAddress(plan.from().settings())
                .ifPresent(address -> lines.add(bridge + ": it listened on " + address
                        + " alone, which is no address of this computer. It listens where its configuration here says,"
                        + " or on all networks; set bindAddress if you want another."));
        return lines;
    }

    private static boolean isUnnamed(RestorePlan plan) {
        return plan.here().isEmpty() && plan.settings().to().isEmpty();
    }

    /** Where the old bridge was looked for, and what that can't tell. */
    static String looked(List<RestorePlan> plans) {
        String last = plans.stream()
                .flatMap(plan -> plan.from().addresses().stream())
                .map(each -> each.getAddress().getHostAddress() + " port " + each.getPort())
                .distinct()
                .collect(Collectors.joining(", "));
        return "The old bridge doesn't answer: no such announcement was heard"
                + (last.isEmpty() ? "" : ", and nothing speaks HomeKit at " + last)
                + ". One that is switched off now or lies in another network can't be seen: never let it run again.";
    }

    private static List<String> row(BridgeCopy copy) {
        BridgeMemory memory = copy.memory();
        return List.of(
                copy.bridge(),
                memory.get(Domain.IDENTITY).map(each -> each.deviceId().text()).orElse("none"),
                names(memory.get(Domain.PAIRINGS).orElse(Pairings.NONE).pairings()),
                Integer.toString(memory.get(Domain.ACCESSORIES)
                        .orElse(AccessoryShapes.EMPTY)
                        .accessories()
                        .size()),
                memory.get(Domain.CONFIGURATION)
                        .map(each -> each.number().toString())
                        .orElse(""),
                memory.get(Domain.CONFIGURATION).map(Configuration::port).stream()
                        .flatMapToInt(port -> port.stream())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining()));
    }

    private static String names(List<Pairing> pairings) {
        return pairings.stream().map(each -> each.controller().text()).collect(Collectors.joining(", "));
    }

    private static String settings(Map<String, String> settings) {
        return settings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + " = " + RestoredSettings.shown(each.getKey(), settings))
                .collect(Collectors.joining(", "));
    }
}
