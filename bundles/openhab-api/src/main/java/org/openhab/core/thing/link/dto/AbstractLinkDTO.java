// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.thing.link.dto;

/** What is said of a link. */
public abstract class AbstractLinkDTO {
    public String itemName;
}
