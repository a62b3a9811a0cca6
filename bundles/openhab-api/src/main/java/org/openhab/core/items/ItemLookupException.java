// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items;

/** An item was not found as wanted. */
public abstract class ItemLookupException extends Exception {
    private static final long serialVersionUID = 1L;

    public ItemLookupException(String string) {
        super(string);
    }
}
