// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.automation;

import java.util.Set;
import org.openhab.core.common.registry.Identifiable;

/** A rule, a scene or a script. */
public interface Rule extends Identifiable<String> {
    @Override
    String getUID();
    /** Null when it has none. */
    String getName();

    Set<String> getTags();
}
