// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items;

/** An item whose definition can be changed. */
public interface ActiveItem extends Item {
    void setLabel(String label);

    void setCategory(String category);

    void addTag(String tag);

    void removeTag(String tag);

    void addGroupName(String groupItemName);

    void removeGroupName(String groupItemName);
}
