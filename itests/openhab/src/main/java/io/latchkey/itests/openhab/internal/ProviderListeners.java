// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openhab.core.common.registry.Provider;
import org.openhab.core.common.registry.ProviderChangeListener;

/** Who hears of one provider: in the order in which they came, on the thread that made the change. */
record ProviderListeners<E>(Provider<E> provider, List<ProviderChangeListener<E>> all) {
    ProviderListeners(Provider<E> provider) {
        this(provider, new CopyOnWriteArrayList<>());
    }

    void add(ProviderChangeListener<E> listener) {
        all.add(listener);
    }

    void remove(ProviderChangeListener<E> listener) {
        all.remove(listener);
    }

    void added(E element) {
        all.forEach(listener -> listener.added(provider, element));
    }

    void removed(E element) {
        all.forEach(listener -> listener.removed(provider, element));
    }

    void updated(E old, E now) {
        all.forEach(listener -> listener.updated(provider, old, now));
    }
}
