// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.store.BeforeRestore;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import io.latchkey.store.internal.JointChanges;
import io.latchkey.store.internal.JointChanges.DueSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Changes what is stored of several bridges in one transaction while those that run rest, and then their configurations. A
 * configuration that could not be written is written at the next start.
 */
final class RestoredBridges {
    private final BridgeControl control;
    private final BridgeStore store;
    private final JointChanges joint;
    private final ConfiguredSettings settings;
    private final DiskTasks disk;

    RestoredBridges(
            BridgeControl control, BridgeStore store, JointChanges joint, ConfiguredSettings settings, DiskTasks disk) {
        this.control = control;
        this.store = store;
        this.joint = joint;
        this.settings = settings;
        this.disk = disk;
    }

    /**
     * A bridge that was restored and can be put back.
     *
     * @param first the one that the configuration names
     * @param due what its configuration is to say; empty when it stays
     */
    record Restored(String first, Optional<DueSettings> due) {}

    /**
     * Restores bridges.
     *
     * @param plans what is to become of them
     * @param plan plans anew, for what is remembered when it is done
     * @param running the ids of all that run
     */
    void restore(List<RestorePlan> plans, Planning plan, Set<String> running) {
        Map<String, UnaryOperator<BridgeMemory>> changes = new LinkedHashMap<>();
        List<DueSettings> due = new ArrayList<>();
        for (RestorePlan each : plans) {
            String bridge = each.from().bridge();
            changes.put(bridge, now -> checked(plan.of(each.from(), now)));
            each.settings().to().ifPresent(to -> due.add(new DueSettings(bridge, Optional.of(to))));
        }
        change(
                changes,
                due,
                plans.stream()
                        .map(each -> each.from().furtherOf().orElse(each.from().bridge())),
                running);
    }

    /**
     * Puts back what was there before.
     *
     * @param running the ids of all that run
     */
    void rollback(Map<String, Restored> bridges, Set<String> running) {
        Map<String, UnaryOperator<BridgeMemory>> changes = new LinkedHashMap<>();
        bridges.keySet()
                .forEach(bridge ->
                        changes.put(bridge, now -> RestorePlan.before(now).orElse(now)));
        List<DueSettings> due =
                bridges.values().stream().flatMap(each -> each.due().stream()).toList();
        change(changes, due, bridges.values().stream().map(Restored::first), running);
    }

    private void change(
            Map<String, UnaryOperator<BridgeMemory>> changes,
            List<DueSettings> due,
            Stream<String> firsts,
            Set<String> running) {
        List<String> resting = firsts.distinct().filter(running::contains).toList();
        DiskTasks.await(control.whileAtRest(resting, () -> joint.changeTogether(changes, due)));
        try {
            settings.put(due);
            disk.run(() -> {
                joint.settled();
                return due;
            });
        } catch (StoreException refused) {
            throw new StoreException(
                    "the bridges are stored, but their settings are not: " + refused.getMessage()
                            + ". They are written at the next start.",
                    refused);
        }
    }

    /**
     * Which of some bridges and their further ones remember what they were before, with the one that the configuration of
     * each names. On {@code latchkey-disk}.
     */
    Map<String, Restored> restorable(List<String> bridges) {
        Map<String, Restored> restorable = new TreeMap<>();
        for (String id : store.bridges()) {
            BridgeMemory memory = now(id);
            String first = memory.get(Domain.CONFIGURATION)
                    .flatMap(Configuration::furtherOf)
                    .orElse(id);
            boolean isMeant = bridges.contains(id) || bridges.contains(first);
            if (isMeant) {
                memory.get(Domain.BEFORE_RESTORE)
                        .ifPresent(before -> restorable.put(id, new Restored(first, due(id, before))));
            }
        }
        return restorable;
    }

    private static Optional<DueSettings> due(String bridge, BeforeRestore before) {
        return before.settings()
                .map(all -> new DueSettings(bridge, Optional.of(all).filter(some -> !some.isEmpty())));
    }

    /** A controller may have paired since the plan was shown. */
    private static BridgeMemory checked(RestorePlan plan) {
        if (plan.losesPairings()) {
            throw new StoreException("bridge " + plan.from().bridge() + " was paired meanwhile: look again");
        }
        return plan.memory();
    }

    private BridgeMemory now(String bridge) {
        return store.change(bridge, UnaryOperator.identity());
    }
}
