// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.model.AccessoryOrigin;
import io.latchkey.api.provider.RememberedAccessory;
import io.latchkey.exposure.internal.live.LiveAccessory;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Of which items the accessories were made that a bridge remembers or shows, by their keys. Immutable. */
final class RememberedOrigins {
    private final Map<String, Set<String>> items = new LinkedHashMap<>();

    /**
     * Collects them.
     *
     * @param remembered what the bridge remembers
     * @param shown what is made
     */
    RememberedOrigins(Collection<RememberedAccessory> remembered, Collection<LiveAccessory> shown) {
        remembered.forEach(each -> items.put(
                each.key(),
                each.origin().map(AccessoryOrigin::items).orElse(Set.of(LiveAccessory.ownerOf(each.key())))));
        shown.forEach(each -> items.merge(
                each.definition().key(),
                each.definition().origin().map(AccessoryOrigin::items).orElse(Set.of()),
                RememberedOrigins::union));
    }

    /** Whether an accessory is remembered. */
    boolean has(String key) {
        return items.containsKey(key);
    }

    /** The keys of the accessories of a host. */
    List<String> of(String host) {
        return items.keySet().stream()
                .filter(key -> LiveAccessory.hostOf(key).equals(host))
                .toList();
    }

    /** The names of the hosts. */
    Set<String> hosts() {
        return items.keySet().stream().map(LiveAccessory::hostOf).collect(Collectors.toSet());
    }

    /** The items that an accessory was made of; none when it isn't remembered. */
    Set<String> items(String key) {
        return items.getOrDefault(key, Set.of());
    }

    /** The items of a host that accessories were made of. */
    Set<String> itemsOf(String host) {
        return of(host).stream().flatMap(key -> items.get(key).stream()).collect(Collectors.toSet());
    }

    /** The items that some accessories were made of, each with the key of its accessory. */
    Map<String, String> itemsOf(List<String> keys) {
        Map<String, String> owners = new HashMap<>();
        keys.forEach(key -> items.get(key).forEach(item -> owners.put(item, key)));
        return owners;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }
}
