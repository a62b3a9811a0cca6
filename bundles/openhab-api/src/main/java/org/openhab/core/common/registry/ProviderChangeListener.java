// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.common.registry;

/** Hears which elements of a provider come, go and change. */
public interface ProviderChangeListener<E> {
    void added(Provider<E> provider, E element);

    void removed(Provider<E> provider, E element);

    void updated(Provider<E> provider, E oldelement, E element);
}
