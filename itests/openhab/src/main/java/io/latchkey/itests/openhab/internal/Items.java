// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openhab.core.common.registry.Provider;
import org.openhab.core.common.registry.RegistryChangeListener;
import org.openhab.core.items.GroupItem;
import org.openhab.core.items.Item;
import org.openhab.core.items.ItemNotFoundException;
import org.openhab.core.items.ItemRegistry;
import org.openhab.core.items.Metadata;
import org.openhab.core.items.MetadataKey;

/**
 * The items of files and those that people made; groups know their members, numbers their unit.
 *
 * <p>Held against {@code ItemRegistryImpl} and {@code NumberItem} of openhab-core 4.3.0 and of main at f0185b4: a group that
 * comes finds the members that are there, and a member its groups; an item is described while it is here and never again
 * after it was removed or replaced; the unit of a number is that of its note at the moment; an item that people delete
 * takes the notes with it that people made, after all were told that it is gone.
 */
final class Items extends ProvidedRegistry<Item, String> implements ItemRegistry {
    private static final String UNIT = "unit";

    private final NoteRegistry notes;
    private final DescriptionService descriptions;

    Items(NoteRegistry notes, DescriptionService descriptions) {
        this.notes = notes;
        this.descriptions = descriptions;
        notes.addRegistryChangeListener(new Units());
    }

    /** Numbers learn their unit before anybody else hears of the note. */
    private final class Units implements RegistryChangeListener<Metadata> {
        @Override
        public void added(Metadata note) {
            measure(note, Optional.of(note.getValue()));
        }

        @Override
        public void removed(Metadata note) {
            measure(note, Optional.empty());
        }

        @Override
        public void updated(Metadata old, Metadata note) {
            added(note);
        }

        private void measure(Metadata note, Optional<String> unit) {
            if (note.getUID().getNamespace().equals(UNIT)
                    && get(note.getUID().getItemName()) instanceof HomeNumber number) {
                number.measuredIn(unit);
            }
        }
    }

    @Override
    void adding(Item item) {
        begin(item);
        if (item instanceof GroupItem group) {
            addMembers(group);
        }
        groups(item.getGroupNames()).forEach(group -> group.addMember(item));
    }

    @Override
    void removing(Item item) {
        end(item);
        groups(item.getGroupNames()).forEach(group -> group.removeMember(item));
    }

    @Override
    void updating(Item old, Item item) {
        end(old);
        List<String> before = old.getGroupNames();
        List<String> now = item.getGroupNames();
        groups(without(before, now)).forEach(group -> group.removeMember(old));
        groups(without(before, without(before, now))).forEach(group -> group.replaceMember(old, item));
        groups(without(now, before)).forEach(group -> group.addMember(item));
        if (item instanceof GroupItem group) {
            addMembers(group);
        }
        begin(item);
    }

    @Override
    public void removed(Provider<Item> provider, Item item) {
        super.removed(provider, item);
        if (provider instanceof StoredItems) {
            notes.removeItemMetadata(item.getName());
        }
    }

    @Override
    public Item getItem(String name) throws ItemNotFoundException {
        Item item = get(name);
        if (item == null) {
            throw new ItemNotFoundException(name);
        }
        return item;
    }

    @Override
    public Collection<Item> getItems() {
        return getAll();
    }

    @Override
    public Item add(Item item) {
        throw new UnsupportedOperationException("Latchkey makes no items");
    }

    @Override
    public Item update(Item item) {
        throw new UnsupportedOperationException("Latchkey changes no items");
    }

    @Override
    public Item remove(String name) {
        throw new UnsupportedOperationException("Latchkey deletes no items");
    }

    private void begin(Item item) {
        if (item instanceof Described described) {
            described.describeBy(Optional.of(descriptions));
        }
        if (item instanceof HomeNumber number) {
            number.measuredIn(Optional.ofNullable(notes.get(new MetadataKey(UNIT, item.getName())))
                    .map(Metadata::getValue));
        }
    }

    private static void end(Item item) {
        if (item instanceof Described described) {
            described.describeBy(Optional.empty());
        }
    }

    private void addMembers(GroupItem group) {
        stream().filter(item -> item.getGroupNames().contains(group.getName())).forEach(group::addMember);
    }

    private static List<String> without(List<String> names, List<String> others) {
        return names.stream().filter(name -> !others.contains(name)).toList();
    }

    private List<GroupItem> groups(List<String> names) {
        return names.stream()
                .map(this::get)
                .filter(GroupItem.class::isInstance)
                .map(GroupItem.class::cast)
                .toList();
    }
}
