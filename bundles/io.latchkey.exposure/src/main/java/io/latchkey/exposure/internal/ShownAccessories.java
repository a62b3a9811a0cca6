// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.exposure.internal.live.ItemIndex;
import io.latchkey.exposure.internal.live.LiveAccessory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The accessories of one bridge that are made of items, and what the bridge was told of them. An accessory that stays isn't
 * told again, and one whose telling was given up midway is. For one thread at a time.
 */
final class ShownAccessories {
    private final AccessorySink sink;
    private final Map<String, LiveAccessory> live = new LinkedHashMap<>();
    private final Map<String, LiveAccessory> told = new HashMap<>();
    private final Map<String, Absence> absences = new LinkedHashMap<>();

    ShownAccessories(AccessorySink sink) {
        this.sink = sink;
    }

    /** All accessories that are made, by key; some may be absent. A copy. */
    Map<String, LiveAccessory> all() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(live));
    }

    /** What is absent and why, by key; a copy. */
    Map<String, Absence> absences() {
        return Map.copyOf(absences);
    }

    /** The keys of those that are televisions, there or absent. */
    Set<String> televisions() {
        return live.entrySet().stream()
                .filter(each -> each.getValue().isTelevision())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The names of all, there or absent, by the contributors whose code they take. */
    Map<String, List<String>> byContributor() {
        Map<String, List<String>> names = new HashMap<>();
        live.values()
                .forEach(each -> each.contributors(InstalledHosts.CONTRIBUTOR)
                        .forEach(contributor -> names.computeIfAbsent(contributor, first -> new ArrayList<>())
                                .add(each.definition().info().name())));
        return names;
    }

    /** How many are there. */
    int count() {
        return (int)
                live.keySet().stream().filter(key -> !absences.containsKey(key)).count();
    }

    /**
     * Shows these and no others.
     *
     * @param wanted what is made, those included that stay although they are absent
     * @param missing what is absent and why, by key
     * @return finds the services of what is wanted; to be used for states from now on. Then all are to be refreshed, and
     *     {@link #put}
     */
    ItemIndex prepare(Map<String, LiveAccessory> wanted, Map<String, Absence> missing) {
        live.forEach((key, old) -> {
            if (!Optional.ofNullable(wanted.get(key)).filter(old::lives).isPresent()) {
                old.close();
            }
        });
        missing.forEach((key, why) -> {
            if (!why.equals(absences.put(key, why))) {
                sink.absent(key, why);
            }
        });
        live.clear();
        live.putAll(wanted);
        return new ItemIndex(wanted.values());
    }

    /**
     * Puts what is new, has changed or is back.
     *
     * @return what announces the values that aren't as they were; to be run without a lock, because it may do what somebody
     *     who hangs has left undone
     */
    List<Runnable> put(Map<String, LiveAccessory> wanted, Set<String> missing) {
        Map<String, LiveAccessory> before = Map.copyOf(told);
        told.clear();
        told.putAll(wanted);
        List<LiveAccessory> fresh = new ArrayList<>();
        wanted.forEach((key, accessory) -> {
            boolean isBack = !missing.contains(key) && absences.containsKey(key);
            if (!missing.contains(key) && (isBack || accessory != before.get(key))) {
                fresh.add(accessory);
            }
        });
        absences.keySet().retainAll(missing);
        fresh.forEach(accessory -> sink.put(accessory.definition()));
        return fresh.stream().map(accessory -> announcement(accessory, before)).toList();
    }

    /** Takes accessories away for good: somebody wanted it so. */
    void remove(Collection<String> keys) {
        keys.forEach(sink::remove);
    }

    /** Ends all timers. */
    void close() {
        live.values().forEach(LiveAccessory::close);
    }

    private static Runnable announcement(LiveAccessory fresh, Map<String, LiveAccessory> before) {
        return () -> Optional.ofNullable(before.get(fresh.definition().key())).ifPresent(fresh::announceUnlike);
    }
}
