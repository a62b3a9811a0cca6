// SPDX-License-Identifier: EPL-2.0
package io.latchkey.measures.internal.reading;

import io.latchkey.api.bridge.CountingBridge;

/** One place where measures can be seen. Safe for all threads. */
public interface MeasuresDisplay {

    /** Shows a bridge, in the place of another one with its id. */
    void add(CountingBridge bridge);

    /** Shows a bridge no more; nothing happens where it isn't shown. */
    void remove(CountingBridge bridge);

    /** Shows none of them any more. */
    void close();
}
