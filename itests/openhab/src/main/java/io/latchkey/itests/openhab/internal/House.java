// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import io.latchkey.itests.openhab.Openhab;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.openhab.core.io.console.Console;
import org.openhab.core.io.console.extensions.ConsoleCommandExtension;
import org.openhab.core.items.Item;
import org.openhab.core.items.Metadata;
import org.openhab.core.items.events.ItemCommandEvent;
import org.openhab.core.service.ReadyMarker;
import org.openhab.core.types.State;

/** What tests may do to this openHAB. */
final class House implements Openhab {
    private static final String START_LEVEL = "startlevel";
    private static final ReadyMarker STATES = new ReadyMarker(START_LEVEL, "30");

    private final Core core;
    private final ProviderServices providers;
    private final Supplier<Collection<ConsoleCommandExtension>> commands;

    House(Core core, ProviderServices providers, Supplier<Collection<ConsoleCommandExtension>> commands) {
        this.core = core;
        this.providers = providers;
        this.commands = commands;
    }

    private record Printed(StringBuilder text) implements Console {
        @Override
        public void print(String printed) {
            text.append(printed);
        }

        @Override
        public void println(String printed) {
            text.append(printed).append('\n');
        }

        @Override
        public void printUsage(String usage) {
            println("Usage: " + usage);
        }
    }

    @Override
    public void load(String items) {
        core.files().read("home.items", TextItemsFile.read(items));
    }

    @Override
    public boolean save(String file, String items) {
        TextItemsFile content;
        try {
            content = TextItemsFile.read(items);
        } catch (IllegalArgumentException slip) {
            core.files().drop(file);
            return false;
        }
        core.files().read(file, content);
        return true;
    }

    @Override
    public void deleteFile(String file) {
        core.files().drop(file);
    }

    @Override
    public void makeItem(String item) {
        ItemLine line = ItemLine.read(item);
        core.storedItems().put(line);
        for (Metadata note : line.notes()) {
            if (core.storedNotes().update(note) == null) {
                core.storedNotes().add(note);
            }
        }
    }

    @Override
    public void deleteItem(String name) {
        core.storedItems().delete(name);
    }

    @Override
    public void makeRule(String uid, String name, String... tags) {
        core.rules().stored().put(uid, name, Set.of(tags));
    }

    @Override
    public void deleteRule(String uid) {
        core.rules().stored().delete(uid);
    }

    @Override
    public void enableRule(String uid, boolean enabled) {
        core.rules().setEnabled(uid, enabled);
    }

    @Override
    public List<String> ruleRuns() {
        return core.rules().runs();
    }

    @Override
    public void provide(Source source, boolean there) {
        providers.set(source, there);
    }

    @Override
    public void describe(String item, Map<String, Object> description) {
        core.descriptions().channel(item, description);
    }

    @Override
    public void ready(boolean ready) {
        if (ready) {
            core.ready().markReady(STATES);
        } else {
            core.ready().unmarkReady(STATES);
        }
    }

    @Override
    public void reach(int startLevel) {
        core.ready().markReady(new ReadyMarker(START_LEVEL, String.valueOf(startLevel)));
    }

    @Override
    public void update(String item, String state) {
        Item found = found(item);
        State parsed = ItemKind.<State>parse(found.getAcceptedDataTypes(), state)
                .orElseThrow(() -> new IllegalArgumentException(item + " can't be " + state));
        core.states().update(found, parsed);
    }

    @Override
    public String state(String item) {
        return found(item).getState().toFullString();
    }

    @Override
    public List<String> commands() {
        return core.bus().posted().stream()
                .filter(ItemCommandEvent.class::isInstance)
                .map(ItemCommandEvent.class::cast)
                .map(told -> told.getItemName() + " " + told.getItemCommand().toFullString() + " " + told.getSource())
                .toList();
    }

    @Override
    public Map<String, Object> storage(String name) {
        return core.storages().content(name);
    }

    @Override
    public String console(String... words) {
        ConsoleCommandExtension command = commands.get().stream()
                .filter(each -> each.getCommand().equals(words[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no command " + words[0]));
        Printed printed = new Printed(new StringBuilder());
        command.execute(Arrays.copyOfRange(words, 1, words.length), printed);
        return printed.text().toString();
    }

    private Item found(String name) {
        Item item = core.items().get(name);
        if (item == null) {
            throw new IllegalArgumentException("no item " + name);
        }
        return item;
    }
}
