// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.openhab.core.common.registry.Identifiable;
import org.openhab.core.common.registry.Registry;
import org.openhab.core.common.registry.RegistryChangeListener;

/** Elements by key; listeners hear of each change on the thread that made it, after it was made. */
abstract class ListedRegistry<E extends Identifiable<K>, K> implements Registry<E, K> {
    private final Map<K, E> elements = new ConcurrentHashMap<>();
    private final List<RegistryChangeListener<E>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void addRegistryChangeListener(RegistryChangeListener<E> listener) {
        listeners.add(listener);
    }

    @Override
    public void removeRegistryChangeListener(RegistryChangeListener<E> listener) {
        listeners.remove(listener);
    }

    @Override
    public Collection<E> getAll() {
        return List.copyOf(elements.values());
    }

    @Override
    public Stream<E> stream() {
        return getAll().stream();
    }

    @Override
    public E get(K key) {
        return elements.get(key);
    }

    @Override
    public E add(E element) {
        elements.put(element.getUID(), element);
        listeners.forEach(listener -> listener.added(element));
        return element;
    }

    @Override
    public E update(E element) {
        E old = elements.put(element.getUID(), element);
        listeners.forEach(listener -> listener.updated(old, element));
        return old;
    }

    @Override
    public E remove(K key) {
        E old = elements.remove(key);
        if (old != null) {
            listeners.forEach(listener -> listener.removed(old));
        }
        return old;
    }

    /** Makes these the elements, and tells of each one that came, went or was replaced. */
    final void replaceAll(Map<K, E> all) {
        for (K key : List.copyOf(elements.keySet())) {
            if (!all.containsKey(key)) {
                remove(key);
            }
        }
        for (E element : all.values()) {
            if (elements.containsKey(element.getUID())) {
                update(element);
            } else {
                add(element);
            }
        }
    }
}
