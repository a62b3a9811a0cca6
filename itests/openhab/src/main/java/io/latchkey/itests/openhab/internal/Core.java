// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

/** The parts of this openHAB. */
record Core(Items items, Notes notes, Bus bus, States states, Ready ready, Storages storages) {
    static Core build() {
        Items items = new Items();
        Notes notes = new Notes();
        Bus bus = new Bus();
        return new Core(items, notes, bus, new States(items, notes, bus), new Ready(), new Storages());
    }
}
