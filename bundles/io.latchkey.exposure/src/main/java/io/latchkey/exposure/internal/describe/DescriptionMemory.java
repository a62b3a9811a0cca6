// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.describe;

import io.latchkey.api.item.Item;
import io.latchkey.api.store.ItemDescription;
import io.latchkey.api.store.ItemDescriptions;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Remembers how items are described that accessories of one bridge are made of. A host may learn the limits, states and
 * commands of an item long after the item itself: until then what was known before stands in, because limits that change,
 * valid values and inputs that go, go for good in Home. What was said in this run and isn't said any more is gone.
 * Thread-safe.
 */
public final class DescriptionMemory {
    private final Map<String, ItemDescription> known = new HashMap<>();
    private final Map<String, Set<DescriptionPart>> said = new HashMap<>();

    /** Knows what was known at the end of the run before. */
    public DescriptionMemory(ItemDescriptions before) {
        known.putAll(before.items());
    }

    /** What is known. */
    public synchronized ItemDescriptions known() {
        return new ItemDescriptions(known);
    }

    /** The item as far as it is known: what its host doesn't say yet is as it was remembered. */
    public synchronized Item complete(String host, Item item) {
        String key = key(host, item.name());
        ItemDescription before = known.get(key);
        if (before == null || item.isDescribed()) {
            return item;
        }
        Set<DescriptionPart> saidNow = said.computeIfAbsent(key, name -> EnumSet.noneOf(DescriptionPart.class));
        saidNow.addAll(DescriptionPart.known(DescriptionPart.description(item)));
        Set<DescriptionPart> missing = DescriptionPart.known(before);
        missing.removeAll(saidNow);
        return missing.isEmpty() ? item : DescriptionPart.described(item, before, missing);
    }

    /**
     * Remembers how items of a host are described that accessories are made of, as {@link #complete} gave them, and
     * forgets what nothing is made of any more.
     *
     * @param used what accessories are made of
     * @param remembered the names of the items that absent accessories are made of
     * @return whether something is known now that wasn't before
     */
    public synchronized boolean keep(String host, Collection<Item> used, Set<String> remembered) {
        Map<String, ItemDescription> before = Map.copyOf(known);
        Set<String> names = new HashSet<>(remembered);
        for (Item item : used) {
            names.add(item.name());
            keep(key(host, item.name()), item);
        }
        String start = key(host, "");
        known.keySet().removeIf(key -> key.startsWith(start) && !names.contains(key.substring(start.length())));
        said.keySet().retainAll(known.keySet());
        return !known.equals(before);
    }

    private void keep(String key, Item item) {
        ItemDescription now = DescriptionPart.description(item);
        Set<DescriptionPart> parts = DescriptionPart.known(now);
        if (parts.isEmpty()) {
            known.remove(key);
            return;
        }
        if (!known.containsKey(key)) {
            said.put(key, EnumSet.copyOf(parts));
        }
        known.put(key, now);
    }

    private static String key(String host, String item) {
        return host + ":" + item;
    }
}
