// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.common.registry;

/** Hears which elements of a registry come, go and change. */
public interface RegistryChangeListener<E> {
    void added(E element);

    void removed(E element);

    void updated(E oldElement, E element);
}
