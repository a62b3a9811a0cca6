// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.thing;

/** What a thing is called. */
public class ThingUID extends UID {
    public ThingUID(String thingUID) {
        super(thingUID.split(":"));
    }

    @Override
    protected int getMinimalNumberOfSegments() {
        return 3;
    }
}
