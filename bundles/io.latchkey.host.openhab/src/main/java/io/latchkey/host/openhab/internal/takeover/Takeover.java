// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import io.latchkey.api.identity.SetupId;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a bridge of ours is to be when it has taken over from a bridge of the old add-on. Computed from what both have
 * stored. For one thread.
 */
final class Takeover {
    /** How the server's allocation names an item of openHAB. */
    static final String ITEM = "items/openhab:";

    private final OldBridge old;
    private final Optional<SetupId> setupId;
    private final BridgeMemory now;
    private final Map<String, Allocation.Entry> entries;
    private final List<Line> lines = new ArrayList<>();

    private Takeover(OldBridge old, Optional<SetupId> setupId, BridgeMemory now) {
        this.old = old;
        this.setupId = setupId;
        this.now = now;
        this.entries = new HashMap<>(
                now.get(Domain.ALLOCATION).orElse(Allocation.EMPTY).accessories());
    }

    /**
     * What becomes of one accessory.
     *
     * @param item its owner
     * @param aid its number; empty when the old one belongs to another accessory of the bridge
     * @param kept how many iids it keeps
     * @param unsure what gets a new iid because the old one isn't certain
     * @param shown whether the bridge shows it now
     */
    record Line(String item, Optional<Long> aid, int kept, List<String> unsure, boolean shown) {}

    /** Plans from what is remembered of our bridge; changes nothing. */
    static Takeover plan(OldBridge old, Optional<SetupId> setupId, BridgeMemory now) {
        Takeover takeover = new Takeover(old, setupId, now);
        takeover.number();
        return takeover;
    }

    /** What a bridge was before it took over, if it did and that can be undone. */
    static Optional<BridgeMemory> before(BridgeMemory now) {
        return now.get(Domain.BEFORE_TAKEOVER);
    }

    /** What becomes of the accessories, by item. */
    List<Line> lines() {
        return List.copyOf(lines);
    }

    /**
     * What the bridge is to remember. What it was stays with it, but for pairings: it has none that count, and going back is
     * to give nobody trust.
     */
    BridgeMemory memory() {
        Setup setup = now.get(Domain.SETUP).orElseThrow();
        SetupId id = setupId.orElse(setup.setupId());
        OptionalInt port =
                now.get(Domain.CONFIGURATION).map(Configuration::port).orElse(OptionalInt.empty());
        return now.with(
                        Domain.BEFORE_TAKEOVER,
                        now.without(Domain.BEFORE_TAKEOVER)
                                .without(Domain.PAIRINGS)
                                .without(Domain.HISTORY))
                .with(Domain.IDENTITY, old.identity().orElseThrow())
                .with(Domain.SETUP, new Setup(id, Optional.empty(), Optional.empty(), 0))
                .with(Domain.PAIRINGS, new Pairings(old.pairings()))
                .with(Domain.CONFIGURATION, new Configuration(old.number(), "", port, ""))
                .with(Domain.ALLOCATION, new Allocation(entries))
                .without(Domain.TRANSITIONS);
    }

    private void number() {
        if (old.accessories().isEmpty()) {
            List.copyOf(entries.keySet()).stream()
                    .filter(key -> key.startsWith(ITEM))
                    .sorted()
                    .forEach(key -> unnoted(key.substring(ITEM.length())));
        }
        old.accessories().forEach(this::noted);
    }

    private void noted(String item, List<OldService> services) {
        Optional<Allocation.Entry> before = Optional.ofNullable(entries.get(ITEM + item));
        long aid = AccessoryId.ofItem(item).value();
        if (isTaken(aid, item)) {
            lines.add(new Line(item, Optional.empty(), 0, List.of(), isShown(before)));
        } else {
            add(item, Numbering.of(aid, services, before), isShown(before));
        }
    }

    private void unnoted(String item) {
        long aid = AccessoryId.ofItem(item).value();
        if (!isTaken(aid, item)) {
            add(item, Numbering.unnoted(aid, entries.get(ITEM + item)), true);
        }
    }

    private void add(String item, Numbering.Result numbers, boolean shown) {
        entries.put(ITEM + item, numbers.entry());
        lines.add(new Line(item, Optional.of(numbers.entry().aid()), numbers.kept(), numbers.unsure(), shown));
    }

    private static boolean isShown(Optional<Allocation.Entry> entry) {
        return entry.filter(each -> !each.provider().isEmpty()).isPresent();
    }

    private boolean isTaken(long aid, String item) {
        Set<Long> taken = new HashSet<>();
        entries.forEach((key, entry) -> {
            if (!key.equals(ITEM + item)) {
                taken.add(entry.aid());
            }
        });
        return taken.contains(aid);
    }
}
