// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.thing.dto;

/** What is said of a thing and its channels. */
public class ThingDTO extends AbstractThingDTO {
    public ThingDTO() {}
}
