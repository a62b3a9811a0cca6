// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

/** The parts of this openHAB; no provider has been added to a registry yet. */
record Core(
        Items items,
        NoteRegistry notes,
        FileItems files,
        FileNotes fileNotes,
        StoredItems storedItems,
        StoredNotes storedNotes,
        DescriptionService descriptions,
        Bus bus,
        StateUpdater states,
        Ready ready,
        Storages storages,
        Rules rules) {
    static Core build() {
        StoredNotes storedNotes = new StoredNotes();
        NoteRegistry notes = new NoteRegistry(storedNotes);
        FileNotes fileNotes = new FileNotes();
        FileItems files = new FileItems(fileNotes);
        DescriptionService descriptions = new DescriptionService(notes, files);
        Items items = new Items(notes, descriptions);
        Bus bus = new Bus();
        return new Core(
                items,
                notes,
                files,
                fileNotes,
                new StoredItems(),
                storedNotes,
                descriptions,
                bus,
                new StateUpdater(items, notes, bus),
                new Ready(),
                new Storages(),
                new Rules(new StoredRules()));
    }
}
