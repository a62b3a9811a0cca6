// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.thing.dto;

/** What is said of a thing. */
public abstract class AbstractThingDTO {
    public String UID;

    protected AbstractThingDTO() {}
}
