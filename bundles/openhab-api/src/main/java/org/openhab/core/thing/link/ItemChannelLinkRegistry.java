// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.thing.link;

import org.openhab.core.common.registry.Registry;

/** Which items are linked to which channels; openHAB's is a class. */
public abstract class ItemChannelLinkRegistry implements Registry<ItemChannelLink, String> {}
