// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items;

import java.util.Set;
import org.openhab.core.types.State;

/** How a group gets its state from its members. */
public interface GroupFunction {
    State calculate(Set<Item> items);

    State[] getParameters();
}
