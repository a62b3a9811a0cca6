// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.CountingBridge;

/** Shows the measures of bridges to those who watch. Returns at once. */
interface MeasuresPublisher {
    /** Shows them to nobody. */
    MeasuresPublisher NONE = bridge -> () -> {};

    /**
     * Begins to show those of a bridge.
     *
     * @return ends it; may be run more than once
     */
    Runnable publish(CountingBridge bridge);
}
