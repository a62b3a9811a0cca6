// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.openhab.core.common.registry.Identifiable;
import org.openhab.core.common.registry.Provider;
import org.openhab.core.common.registry.ProviderChangeListener;
import org.openhab.core.common.registry.Registry;
import org.openhab.core.common.registry.RegistryChangeListener;

/**
 * The elements of all providers by key. Listeners hear on the thread that made a change, after it, without the lock.
 *
 * <p>Held against {@code AbstractRegistry} of openhab-core 4.3.0 and of main at f0185b4 (5.3.0-SNAPSHOT): the elements of a
 * provider that comes or goes are all in or out before the first of them is told, in the order of a hash; the provider
 * itself says nothing then. A key belongs to the provider that had it first. What is told of a provider that isn't here
 * is nothing. The real one logs what a listener throws; here it reaches the test.
 */
abstract class ProvidedRegistry<E extends Identifiable<K>, K> implements Registry<E, K>, ProviderChangeListener<E> {
    private final Map<K, E> elements = new HashMap<>();
    private final Map<K, Provider<E>> owners = new HashMap<>();
    private final Set<Provider<E>> providers = new HashSet<>();
    private final List<RegistryChangeListener<E>> listeners = new CopyOnWriteArrayList<>();

    /** Called with the lock, before the element is there. */
    void adding(E element) {}

    /** Called with the lock, before the element is gone. */
    void removing(E element) {}

    /** Called with the lock, before the one takes the place of the other. */
    void updating(E old, E now) {}

    /** A provider has come. */
    final void add(Provider<E> provider) {
        Set<E> came = new HashSet<>();
        synchronized (elements) {
            if (providers.add(provider)) {
                provider.getAll().stream()
                        .filter(element -> takes(provider, element))
                        .forEach(came::add);
            }
        }
        provider.addProviderChangeListener(this);
        came.forEach(element -> listeners.forEach(listener -> listener.added(element)));
    }

    /** A provider has gone. */
    final void remove(Provider<E> provider) {
        provider.removeProviderChangeListener(this);
        Set<E> gone = new HashSet<>();
        synchronized (elements) {
            if (providers.remove(provider)) {
                elements.values().stream()
                        .filter(element -> owners.get(element.getUID()) == provider)
                        .forEach(gone::add);
                gone.forEach(this::drop);
            }
        }
        gone.forEach(element -> listeners.forEach(listener -> listener.removed(element)));
    }

    @Override
    public void added(Provider<E> provider, E element) {
        boolean isTaken;
        synchronized (elements) {
            isTaken = providers.contains(provider) && takes(provider, element);
        }
        if (isTaken) {
            listeners.forEach(listener -> listener.added(element));
        }
    }

    @Override
    public void removed(Provider<E> provider, E element) {
        E old;
        synchronized (elements) {
            old = owners.get(element.getUID()) == provider ? elements.get(element.getUID()) : null;
            if (old != null) {
                drop(old);
            }
        }
        if (old != null) {
            listeners.forEach(listener -> listener.removed(old));
        }
    }

    @Override
    public void updated(Provider<E> provider, E old, E now) {
        boolean isKnown;
        synchronized (elements) {
            E before = elements.get(now.getUID());
            isKnown = before != null;
            if (isKnown) {
                updating(before, now);
                elements.put(now.getUID(), now);
                owners.put(now.getUID(), provider);
            }
        }
        if (isKnown) {
            listeners.forEach(listener -> listener.updated(old, now));
        }
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
        synchronized (elements) {
            return List.copyOf(elements.values());
        }
    }

    @Override
    public Stream<E> stream() {
        return getAll().stream();
    }

    @Override
    public E get(K key) {
        synchronized (elements) {
            return elements.get(key);
        }
    }

    private boolean takes(Provider<E> provider, E element) {
        if (elements.containsKey(element.getUID())) {
            return false;
        }
        adding(element);
        elements.put(element.getUID(), element);
        owners.put(element.getUID(), provider);
        return true;
    }

    private void drop(E element) {
        removing(element);
        elements.remove(element.getUID());
        owners.remove(element.getUID());
    }
}
