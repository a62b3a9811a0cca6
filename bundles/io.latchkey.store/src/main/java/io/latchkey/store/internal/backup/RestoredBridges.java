// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import io.latchkey.store.internal.BridgeCopy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Changes what is stored of several bridges while those that run rest. Each of them changes in one transaction; when one can't
 * be stored, those before it become again what they were. Whoever is killed in between finds some restored and others not,
 * each of them whole, and can restore again.
 */
final class RestoredBridges {
    private final BridgeControl control;
    private final BridgeStore store;

    RestoredBridges(BridgeControl control, BridgeStore store) {
        this.control = control;
        this.store = store;
    }

    /**
     * Restores bridges.
     *
     * @param running the ids of all that run
     */
    CompletionStage<Void> restore(List<BridgeCopy> copies, Planning plan, Set<String> running) {
        Map<String, UnaryOperator<BridgeMemory>> changes = new LinkedHashMap<>();
        copies.forEach(copy -> changes.put(copy.bridge(), now -> checked(plan.of(copy, now))));
        Set<String> firsts = Set.copyOf(copies.stream()
                .map(copy -> copy.furtherOf().orElse(copy.bridge()))
                .toList());
        return control.whileAtRest(firsts.stream().filter(running::contains).toList(), () -> change(changes));
    }

    /**
     * Puts back what was there before.
     *
     * @param bridges with the one that the configuration of each names
     * @param running the ids of all that run
     */
    CompletionStage<Void> rollback(Map<String, String> bridges, Set<String> running) {
        Map<String, UnaryOperator<BridgeMemory>> changes = new LinkedHashMap<>();
        bridges.keySet()
                .forEach(bridge ->
                        changes.put(bridge, now -> RestorePlan.before(now).orElse(now)));
        Set<String> firsts = Set.copyOf(bridges.values());
        return control.whileAtRest(firsts.stream().filter(running::contains).toList(), () -> change(changes));
    }

    /**
     * Which of some bridges and their further ones remember what they were before, with the one that the configuration of
     * each names. On {@code latchkey-disk}.
     */
    Map<String, String> restorable(List<String> bridges) {
        Map<String, String> restorable = new TreeMap<>();
        for (String id : store.bridges()) {
            BridgeMemory memory = now(id);
            String first = memory.get(Domain.CONFIGURATION)
                    .flatMap(Configuration::furtherOf)
                    .orElse(id);
            boolean isMeant = bridges.contains(id) || bridges.contains(first);
            if (isMeant && RestorePlan.before(memory).isPresent()) {
                restorable.put(id, first);
            }
        }
        return restorable;
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

    private void change(Map<String, UnaryOperator<BridgeMemory>> changes) {
        List<Runnable> undo = new ArrayList<>();
        try {
            changes.forEach((bridge, change) -> {
                BridgeMemory before = now(bridge);
                store.change(bridge, change);
                undo.add(0, () -> putBack(bridge, before));
            });
        } catch (RuntimeException failure) {
            undo.forEach(each -> attempt(each, failure));
            throw failure;
        }
    }

    private void putBack(String bridge, BridgeMemory before) {
        if (before.equals(BridgeMemory.EMPTY)) {
            store.purge(bridge);
        } else {
            store.change(bridge, now -> before);
        }
    }

    private static void attempt(Runnable undo, RuntimeException failure) {
        try {
            undo.run();
        } catch (RuntimeException more) {
            failure.addSuppressed(more);
        }
    }
}
