// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import org.junit.jupiter.api.Order;

/** The order of those classes of the suite that need one; all others run in between, in no order to rely on. */
final class ConformanceOrder {
    /** First: starts what takes a minute. */
    static final int FRAMING = 1;
    /** While the minute passes. */
    static final int HTTP = 2;
    /** While the minute passes; nobody may be unpaired there. */
    static final int MEANWHILE = 3;
    /** When the minute has passed, and before anybody is unpaired. */
    static final int PATIENCE = 4;
    /** Last: the server doesn't let anybody pair any more afterwards. */
    static final int MAX_TRIES = Order.DEFAULT * 2;

    private ConformanceOrder() {}
}
