// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import io.latchkey.api.identity.SetupId;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import io.latchkey.api.store.Transitions;
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
 * stored; writing it waits for the disk.
 */
final class Takeover {
    /** How the server's allocation names an item of openHAB. */
    static final String ITEM = "items/openhab:";

    private final String bridge;
    private final OldBridge old;
    private final Optional<SetupId> setupId;
    private final Map<String, Allocation.Entry> entries;
    private final Set<Long> retired;
    private final List<Line> lines = new ArrayList<>();

    private Takeover(String bridge, OldBridge old, Optional<SetupId> setupId, Allocation now) {
        this.bridge = bridge;
        this.old = old;
        this.setupId = setupId;
        this.entries = new HashMap<>(now.accessories());
        this.retired = now.retiredAids();
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

    /** Plans; the store is read only. */
    static Takeover plan(String bridge, OldBridge old, Optional<SetupId> setupId, BridgeStore store) {
        Allocation now = store.load(bridge, Domain.ALLOCATION).orElse(Allocation.EMPTY);
        Takeover takeover = new Takeover(bridge, old, setupId, now);
        takeover.number();
        return takeover;
    }

    /** What becomes of the accessories, by item. */
    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Makes the store of the bridge what it is to be. */
    void write(BridgeStore store) {
        Setup setup = store.load(bridge, Domain.SETUP).orElseThrow();
        SetupId id = setupId.orElse(setup.setupId());
        OptionalInt port = store.load(bridge, Domain.CONFIGURATION)
                .map(Configuration::port)
                .orElse(OptionalInt.empty());
        store.save(bridge, Domain.IDENTITY, old.identity().orElseThrow());
        store.save(bridge, Domain.SETUP, new Setup(id, Optional.empty(), Optional.empty(), 0));
        store.save(bridge, Domain.PAIRINGS, new Pairings(old.pairings()));
        store.save(bridge, Domain.CONFIGURATION, new Configuration(old.number(), "", port, ""));
        store.save(bridge, Domain.ALLOCATION, new Allocation(entries, retired));
        store.save(bridge, Domain.TRANSITIONS, new Transitions(List.of()));
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
        Set<Long> taken = new HashSet<>(retired);
        entries.forEach((key, entry) -> {
            if (!key.equals(ITEM + item)) {
                taken.add(entry.aid());
            }
        });
        return taken.contains(aid);
    }
}
