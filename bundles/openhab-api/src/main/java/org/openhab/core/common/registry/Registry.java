// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.common.registry;

import java.util.Collection;
import java.util.stream.Stream;

/** The elements of one kind that all providers give together. */
public interface Registry<E extends Identifiable<K>, K> {
    void addRegistryChangeListener(RegistryChangeListener<E> listener);

    Collection<E> getAll();

    Stream<E> stream();
    /** Null when there is no such element. */
    E get(K key);

    void removeRegistryChangeListener(RegistryChangeListener<E> listener);

    E add(E element);
    /** The former element, null when there was none. */
    E update(E element);
    /** The removed element, null when there was none. */
    E remove(K key);
}
