// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Option;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code send}: sends a command to an item, as a switch on a wall would. */
@Component
public final class SendVerb implements Verb {
    private static final String SOURCE = "io.latchkey$console";
    private static final int PATIENCE_IN_SECONDS = 5;

    private final Exposure exposure;

    /** Sends to the hosts that this exposure knows. */
    @Activate
    public SendVerb(@Reference Exposure exposure) {
        this.exposure = exposure;
    }

    @Override
    public String name() {
        return "send";
    }

    @Override
    public String description() {
        return "Sends a command to an item";
    }

    @Override
    public String usage() {
        return "ITEM COMMAND";
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return switch (arguments.size()) {
            case 1 -> exposure.itemNames();
            case 2 ->
                registryOf(arguments.get(0))
                        .flatMap(registry -> registry.item(arguments.get(0)))
                        .map(SendVerb::commands)
                        .orElse(List.of());
            default -> List.of();
        };
    }

    @Override
    public VerbResult run(List<String> arguments) {
        if (arguments.size() < 2) {
            return VerbResult.failed("Usage: send " + usage());
        }
        String name = arguments.get(0);
        String text = String.join(" ", arguments.subList(1, arguments.size()));
        Optional<ItemRegistry> registry = registryOf(name);
        Optional<Item> item = registry.flatMap(found -> found.item(name));
        if (registry.isEmpty() || item.isEmpty()) {
            return VerbResult.failed("There is no item " + name + "; the verb items lists them.");
        }
        Optional<ItemCommand> command = ItemCommand.parse(item.get().valueType(), text);
        if (command.isEmpty()) {
            return VerbResult.failed(name + " is a " + item.get().valueType().text() + ", which can't be told " + text
                    + "." + hint(item.get()));
        }
        return send(registry.get(), name, command.get());
    }

    private static VerbResult send(ItemRegistry registry, String name, ItemCommand command) {
        try {
            registry.send(name, command, SOURCE).toCompletableFuture().get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
            return VerbResult.done("Sent " + command.text() + " to " + name + ".");
        } catch (ExecutionException refused) {
            return VerbResult.failed(
                    name + " didn't take it: " + refused.getCause().getMessage());
        } catch (TimeoutException slow) {
            return VerbResult.failed(name + " hasn't taken it within " + PATIENCE_IN_SECONDS + " seconds.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return VerbResult.failed("Interrupted.");
        }
    }

    private Optional<ItemRegistry> registryOf(String item) {
        return exposure.hosts().stream()
                .flatMap(host -> host.patientRegistry().stream())
                .filter(registry -> has(registry, item))
                .findFirst();
    }

    private static boolean has(ItemRegistry registry, String item) {
        try {
            return registry.item(item).isPresent();
        } catch (ContributorException told) {
            return false;
        }
    }

    private static String hint(Item item) {
        List<String> usual = commands(item);
        return usual.isEmpty() ? "" : " It takes, for instance, " + String.join(", ", usual) + ".";
    }

    private static List<String> commands(Item item) {
        if (!item.commandOptions().isEmpty()) {
            return item.commandOptions().stream().map(Option::value).toList();
        }
        ItemType type = item.valueType();
        return switch (type) {
            case SWITCH -> List.of("ON", "OFF");
            case DIMMER -> List.of("ON", "OFF", "50", "INCREASE", "DECREASE");
            case COLOR -> List.of("ON", "OFF", "50", "120,100,50");
            case ROLLERSHUTTER -> List.of("UP", "DOWN", "STOP", "50");
            case NUMBER -> List.of("21.5");
            case PLAYER -> List.of("PLAY", "PAUSE", "NEXT", "PREVIOUS");
            default -> List.of();
        };
    }
}
