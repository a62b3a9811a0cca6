// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.store.internal.BridgeCopy;

/** Plans what is to become of one bridge. Pure. */
interface Planning {
    RestorePlan of(BridgeCopy copy, BridgeMemory now);
}
