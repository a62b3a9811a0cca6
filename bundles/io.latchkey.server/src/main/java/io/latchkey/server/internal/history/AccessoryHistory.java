// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.history;

import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.store.Happening.Kind;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.database.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Notes which accessories come, go, and are absent or back, by comparing what is shown with what was shown before. What a run
 * begins with is no news. Called on {@code latchkey-home}, one snapshot after the other; never waits.
 */
public final class AccessoryHistory {
    private static final int NAMED = 8;

    private final BridgeHistory history;
    private Map<String, Boolean> before = Map.of();
    private boolean hasBegun;

    /** Notes it there. */
    public AccessoryHistory(BridgeHistory history) {
        this.history = history;
    }

    /** Other accessories are shown than before, or others are there. */
    public synchronized void published(Snapshot snapshot) {
        Map<String, Boolean> now = snapshot.accessories().stream()
                .filter(each -> !each.aid().equals(AccessoryId.BRIDGE))
                .collect(Collectors.toMap(
                        each -> each.definition().key(),
                        PublishedAccessory::present,
                        (one, other) -> one && other,
                        TreeMap::new));
        if (hasBegun) {
            compare(now);
        }
        hasBegun = true;
        before = now;
    }

    private void compare(Map<String, Boolean> now) {
        List<String> added = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        List<String> back = new ArrayList<>();
        now.forEach((key, present) -> {
            Boolean was = before.get(key);
            if (was == null) {
                added.add(key);
            } else if (was && !present) {
                absent.add(key);
            } else if (!was && present) {
                back.add(key);
            }
        });
        note(Kind.ADDED, added);
        note(Kind.ABSENT, absent);
        note(Kind.BACK, back);
        note(
                Kind.LEFT,
                before.keySet().stream().filter(key -> !now.containsKey(key)).toList());
    }

    private void note(Kind kind, List<String> keys) {
        if (!keys.isEmpty()) {
            String named = String.join(", ", keys.subList(0, Math.min(NAMED, keys.size())));
            int more = keys.size() - NAMED;
            history.note(kind, more > 0 ? named + " and " + more + " more" : named);
        }
    }
}
