// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.store;

import io.latchkey.api.store.BridgeMemory;

/** Hears what becomes of the memory of one bridge, on {@code latchkey-disk}; must neither wait nor throw. */
public interface StoreListener {
    /** Nobody listens. */
    StoreListener NONE = new StoreListener() {
        @Override
        public void stored(BridgeMemory before, BridgeMemory after) {
            // nobody listens
        }

        @Override
        public void failed(String why) {
            // nobody listens
        }
    };

    /** A change is durable; both are equal when nothing has changed. */
    void stored(BridgeMemory before, BridgeMemory after);

    /** The store can't be read or written, with its own words for people. */
    void failed(String why);
}
