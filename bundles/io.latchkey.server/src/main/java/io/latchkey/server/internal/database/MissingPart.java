// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A service or characteristic that is shown though its accessory, which is there, doesn't have it.
 *
 * @param since when it was last there
 * @param leavesAt the steady moment at which it leaves unless it is back by then; empty when it stays
 */
record MissingPart(Instant since, OptionalLong leavesAt) {}
