// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openhab.core.types.Command;
import org.openhab.core.types.State;

/** A group of items, with a state of its own when it has a base item. */
public class GroupItem extends GenericItem {
    public static final String TYPE = "Group";
    protected final Item baseItem;
    protected GroupFunction function;
    protected final CopyOnWriteArrayList<Item> members = new CopyOnWriteArrayList<>();

    public GroupItem(String name) {
        this(name, null, null);
    }

    public GroupItem(String name, Item baseItem) {
        this(name, baseItem, null);
    }

    public GroupItem(String name, Item baseItem, GroupFunction function) {
        super(TYPE, name);
        this.baseItem = baseItem;
        this.function = function;
    }
    /** Null when the group has no state of its own. */
    public Item getBaseItem() {
        return baseItem;
    }
    /** Null when the group computes nothing. */
    public GroupFunction getFunction() {
        return function;
    }

    public Set<Item> getMembers() {
        return new LinkedHashSet<>(members);
    }

    public void addMember(Item item) {
        members.add(item);
    }

    public void replaceMember(Item oldItem, Item newItem) {
        members.replaceAll(member -> member == oldItem ? newItem : member);
    }

    public void removeMember(Item item) {
        members.remove(item);
    }

    @Override
    public List<Class<? extends State>> getAcceptedDataTypes() {
        return baseItem == null ? List.of() : baseItem.getAcceptedDataTypes();
    }

    @Override
    public List<Class<? extends Command>> getAcceptedCommandTypes() {
        return baseItem == null ? List.of() : baseItem.getAcceptedCommandTypes();
    }
}
