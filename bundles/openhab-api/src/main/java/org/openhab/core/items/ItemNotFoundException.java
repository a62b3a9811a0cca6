// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items;

/** There is no item of that name. */
public class ItemNotFoundException extends ItemLookupException {
    private static final long serialVersionUID = 1L;

    public ItemNotFoundException(String name) {
        super("Item '" + name + "' could not be found in the item registry");
    }
}
