// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Stream;
import org.openhab.core.common.registry.Identifiable;
import org.openhab.core.common.registry.Registry;
import org.openhab.core.common.registry.RegistryChangeListener;

/** A registry of openHAB in memory; fails when it is told to and counts how often it is gone through. */
public class FakeOpenhabRegistry<E extends Identifiable<K>, K> implements Registry<E, K> {
    final Set<RegistryChangeListener<E>> listeners = new CopyOnWriteArraySet<>();
    boolean isBroken;
    int scans;
    private final Map<K, E> elements = new LinkedHashMap<>();

    /** Who listens. */
    public Set<RegistryChangeListener<E>> listeners() {
        return listeners;
    }

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
        scans++;
        failWhenBroken();
        return List.copyOf(elements.values());
    }

    @Override
    public Stream<E> stream() {
        return getAll().stream();
    }

    @Override
    public E get(K key) {
        failWhenBroken();
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
        listeners.forEach(listener -> listener.removed(old));
        return old;
    }

    private void failWhenBroken() {
        if (isBroken) {
            throw new IllegalStateException("wanted failure");
        }
    }
}
