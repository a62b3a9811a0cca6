// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items;

import org.openhab.core.common.registry.Provider;

/** Gives items to the registry of items. */
public interface ItemProvider extends Provider<Item> {}
