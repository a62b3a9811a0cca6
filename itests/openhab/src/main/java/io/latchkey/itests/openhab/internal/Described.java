// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Optional;

/** An item whose states and commands somebody else describes. */
interface Described {
    /** From now on they are described by that service, or by none. */
    void describeBy(Optional<DescriptionService> service);
}
