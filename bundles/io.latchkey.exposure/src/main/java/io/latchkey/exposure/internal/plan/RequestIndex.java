// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.Metadata;
import io.latchkey.exposure.internal.language.ExposureRequest;
import io.latchkey.exposure.internal.language.Vocabulary;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The items of one host, and which of them ask for what: a change of one item costs the reading of that one, however many
 * there are. What doesn't ask for anything costs a place in a map. For one thread at a time.
 */
public final class RequestIndex {
    private final Function<Metadata, ExposureRequest> reader;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, ExposureRequest> requests = new LinkedHashMap<>();
    private final Map<String, Map<String, Item>> members = new HashMap<>();
    private final Set<String> composed;

    /**
     * An index without items.
     *
     * @param reader reads a note of the namespace {@link ExposureRequest#NAMESPACE}
     */
    public RequestIndex(Function<Metadata, ExposureRequest> reader) {
        this(reader, Set.of());
    }

    private RequestIndex(Function<Metadata, ExposureRequest> reader, Set<String> composed) {
        this.reader = reader;
        this.composed = Set.copyOf(composed);
    }

    /** An index of these items, in their order, by the words that are there. */
    public static RequestIndex of(Collection<Item> items, Vocabulary vocabulary) {
        return of(items, vocabulary, Set.of());
    }

    /**
     * An index of these items, in their order, by the words that are there.
     *
     * @param composed the groups that are made of their members, also where they have a base item
     */
    public static RequestIndex of(Collection<Item> items, Vocabulary vocabulary, Set<String> composed) {
        RequestIndex index = new RequestIndex(note -> ExposureRequest.of(note, vocabulary), composed);
        items.forEach(index::put);
        return index;
    }

    /**
     * Takes an item that is new or has changed.
     *
     * @return whether it isn't as it was
     */
    public boolean put(Item now) {
        Item before = items.put(now.name(), now);
        if (now.equals(before)) {
            return false;
        }
        ExposureRequest request =
                before != null && note(before).equals(note(now)) ? requests.get(now.name()) : read(note(now));
        if (before != null) {
            leaveGroups(before);
        }
        if (request == null) {
            requests.remove(now.name());
        } else {
            requests.put(now.name(), request);
            now.groupNames()
                    .forEach(group -> members.computeIfAbsent(group, name -> new TreeMap<>())
                            .put(now.name(), now));
        }
        return true;
    }

    /**
     * Takes an item away.
     *
     * @return whether it was there
     */
    public boolean remove(String name) {
        Item before = items.remove(name);
        requests.remove(name);
        if (before != null) {
            leaveGroups(before);
        }
        return before != null;
    }

    /** All items by name, in order; a view. */
    public Map<String, Item> items() {
        return Collections.unmodifiableMap(items);
    }

    /** What those items ask for that ask for something, by name, in order; a view. */
    public Map<String, ExposureRequest> requests() {
        return Collections.unmodifiableMap(requests);
    }

    /** The members of a group that ask for something, by name. */
    List<Item> members(String group) {
        return List.copyOf(members.getOrDefault(group, Map.of()).values());
    }

    /** Whether a group is made of its members, though it may be an item itself. */
    boolean isComposed(String group) {
        return composed.contains(group);
    }

    private ExposureRequest read(Metadata note) {
        ExposureRequest request = note == Metadata.NONE ? null : reader.apply(note);
        return request == null || request.isEmpty() ? null : request;
    }

    private void leaveGroups(Item item) {
        item.groupNames()
                .forEach(group -> members.computeIfPresent(group, (name, all) -> {
                    all.remove(item.name());
                    return all.isEmpty() ? null : all;
                }));
    }

    private static Metadata note(Item item) {
        return item.metadata().getOrDefault(ExposureRequest.NAMESPACE, Metadata.NONE);
    }
}
