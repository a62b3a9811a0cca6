// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import io.latchkey.api.item.ItemCommand;
import org.openhab.core.events.EventPublisher;
import org.openhab.core.items.Item;
import org.openhab.core.items.ItemRegistry;
import org.openhab.core.items.events.ItemEventFactory;
import org.openhab.core.types.Command;

/** Sends commands over openHAB's event bus, as its own user interfaces do. Returns at once; thread-safe. */
final class HostCommands {
    private final ItemRegistry items;
    private final EventPublisher bus;

    HostCommands(ItemRegistry items, EventPublisher bus) {
        this.items = items;
        this.bus = bus;
    }

    /**
     * Sends a command.
     *
     * @throws IllegalArgumentException when there is no such item, or it doesn't take the command
     * @throws IllegalStateException when the event bus takes nothing at the moment
     */
    void send(String name, ItemCommand command, String source) {
        Item item = items.get(name);
        if (item == null) {
            throw new IllegalArgumentException("there is no item " + name);
        }
        Command written = CommandTranslation.write(command, ItemTranslation.unitOfDimension(item));
        if (item.getAcceptedCommandTypes().stream().noneMatch(type -> type.isInstance(written))) {
            throw new IllegalArgumentException(
                    "item " + name + " of type " + item.getType() + " doesn't take " + command.text());
        }
        bus.post(ItemEventFactory.createCommandEvent(name, written, source));
    }
}
