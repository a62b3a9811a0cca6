// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.history;

import io.latchkey.api.provider.Absence;
import io.latchkey.api.store.AccessoryStates;
import io.latchkey.api.store.Happening.Kind;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.database.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Notes which accessories come, go, are absent and why, or back, by comparing what is shown with what was shown before. What
 * a run begins with is no news, except that one isn't there that was, or the reverse; who may still come is waited for.
 * Called on {@code latchkey-home}, one snapshot after the other; never waits.
 */
public final class AccessoryHistory {
    private final BridgeHistory history;
    /** Why each accessory isn't there, as far as that is known; empty for one that is. */
    private final Map<String, Optional<String>> told = new HashMap<>();

    private Optional<Set<String>> shown = Optional.empty();

    /** Notes it there. */
    public AccessoryHistory(BridgeHistory history) {
        this.history = history;
    }

    /** Knows from now on what was absent when the run before ended. */
    public synchronized void recall(AccessoryStates former) {
        former.accessories()
                .forEach((key, state) -> state.absence()
                        .ifPresent(absence ->
                                told.put(key, Optional.of(absence.why().reason()))));
    }

    /** Other accessories are shown than before, or others are there. */
    public synchronized void published(Snapshot snapshot) {
        Map<String, PublishedAccessory> now = new TreeMap<>();
        snapshot.accessories().stream().filter(each -> !each.isServer()).forEach(each -> now.put(key(each), each));
        shown.ifPresent(before -> {
            note(Kind.ADDED, without(now.keySet(), before));
            note(Kind.LEFT, without(before, now.keySet()));
        });
        shown = Optional.of(Set.copyOf(now.keySet()));
        told.keySet().retainAll(now.keySet());
        compare(now);
    }

    private void compare(Map<String, PublishedAccessory> now) {
        List<String> back = new ArrayList<>();
        Map<String, List<String>> absent = new TreeMap<>();
        now.forEach((key, accessory) -> {
            if (accessory.awaited()) {
                return;
            }
            Optional<String> why = accessory.absence().map(Absence::reason);
            Optional<String> before = Optional.ofNullable(told.put(key, why)).orElse(Optional.empty());
            if (why.isPresent() && !why.equals(before)) {
                absent.computeIfAbsent(why.get(), first -> new ArrayList<>()).add(key);
            } else if (why.isEmpty() && before.isPresent()) {
                back.add(key);
            }
        });
        AbsenceText.of(absent).forEach(text -> history.note(Kind.ABSENT, text));
        note(Kind.BACK, back);
    }

    private void note(Kind kind, List<String> keys) {
        if (!keys.isEmpty()) {
            history.note(kind, AbsenceText.named(keys, ""));
        }
    }

    private static List<String> without(Set<String> some, Set<String> others) {
        return some.stream().filter(each -> !others.contains(each)).sorted().toList();
    }

    /** As the store names it: two providers may use one key. */
    private static String key(PublishedAccessory accessory) {
        return accessory.provider() + "/" + accessory.definition().key();
    }
}
