// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.common.registry;

import java.util.Collection;

/** Gives elements of one kind to a registry. */
public interface Provider<E> {
    void addProviderChangeListener(ProviderChangeListener<E> listener);

    Collection<E> getAll();

    void removeProviderChangeListener(ProviderChangeListener<E> listener);
}
