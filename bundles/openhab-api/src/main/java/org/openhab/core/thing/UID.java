// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.thing;

import org.openhab.core.common.AbstractUID;

/** What things and channels are called. */
public abstract class UID extends AbstractUID {
    protected UID(String... segments) {
        super(segments);
    }
}
