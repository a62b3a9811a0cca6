// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.openhab.core.items.GroupItem;
import org.openhab.core.items.Item;
import org.openhab.core.items.Metadata;
import org.openhab.core.items.MetadataKey;
import org.openhab.core.types.CommandDescription;
import org.openhab.core.types.CommandOption;
import org.openhab.core.types.StateDescription;
import org.openhab.core.types.StateOption;

/**
 * What is known of the states and commands of items, put together at each question.
 *
 * <p>Held against {@code StateDescriptionServiceImpl}, {@code CommandDescriptionServiceImpl} and their providers in openhab-core
 * 4.3.0 and main at f0185b4: first the notes {@code stateDescription} and {@code commandDescription}, then the pattern of a
 * label in a file, then the channel that an item is linked to, at last the pattern that each item of some types has. So a
 * description may be there and say little. Nobody is told when a channel begins to describe.
 */
final class DescriptionService {
    private final NoteRegistry notes;
    private final FileItems files;
    private final Map<String, Map<String, Object>> channels = new ConcurrentHashMap<>();

    DescriptionService(NoteRegistry notes, FileItems files) {
        this.notes = notes;
        this.files = files;
    }

    private static final class Stated extends StateDescription {
        Stated(List<Map<String, Object>> said) {
            super(
                    number(said, "min"),
                    number(said, "max"),
                    number(said, "step"),
                    first(said, "pattern").map(Object::toString).orElse(null),
                    first(said, "readOnly")
                            .map(Object::toString)
                            .filter("true"::equals)
                            .isPresent(),
                    options(said)
                            .map(option -> new StateOption(option[0], option[1]))
                            .toList());
        }
    }

    /** The channel of an item begins to say this of it, or something else; an empty map when there is none any more. */
    void channel(String item, Map<String, Object> says) {
        channels.put(item, Map.copyOf(says));
    }

    /** Null when nobody says anything. */
    StateDescription ofStates(Item item) {
        List<Map<String, Object>> said = Stream.of(
                        note("stateDescription", item),
                        files.pattern(item.getName()).<Map<String, Object>>map(pattern -> Map.of("pattern", pattern)),
                        Optional.ofNullable(channels.get(item.getName())),
                        defaultPattern(item).<Map<String, Object>>map(pattern -> Map.of("pattern", pattern)))
                .flatMap(Optional::stream)
                .filter(each -> !each.isEmpty())
                .toList();
        return said.isEmpty() ? null : new Stated(said);
    }

    /** Null when there are neither commands nor states to choose from. */
    CommandDescription ofCommands(Item item) {
        List<CommandOption> commands = options(
                        note("commandDescription", item).stream().toList())
                .map(option -> new CommandOption(option[0], option[1]))
                .toList();
        if (!commands.isEmpty()) {
            return () -> commands;
        }
        StateDescription states = ofStates(item);
        if (states == null || states.getOptions().isEmpty()) {
            return null;
        }
        List<CommandOption> otherwise = states.getOptions().stream()
                .map(option -> new CommandOption(option.getValue(), option.getLabel()))
                .toList();
        return () -> otherwise;
    }

    private Optional<Map<String, Object>> note(String namespace, Item item) {
        return Optional.ofNullable(notes.get(new MetadataKey(namespace, item.getName())))
                .map(Metadata::getConfiguration);
    }

    private static Optional<String> defaultPattern(Item item) {
        if (item instanceof GroupItem group) {
            return Optional.ofNullable(group.getBaseItem()).flatMap(DescriptionService::defaultPattern);
        }
        String type = item.getType();
        return switch (type.split(":")[0]) {
            case "String" -> Optional.of("%s");
            case "DateTime" -> Optional.of("%1$tY-%1$tm-%1$td %1$tH:%1$tM:%1$tS");
            case "Number" -> Optional.of(type.contains(":") ? "%.0f %unit%" : "%.0f");
            default -> Optional.empty();
        };
    }

    private static Optional<Object> first(List<Map<String, Object>> said, String key) {
        return said.stream().map(each -> each.get(key)).filter(Objects::nonNull).findFirst();
    }

    private static BigDecimal number(List<Map<String, Object>> said, String key) {
        return first(said, key).map(value -> new BigDecimal(value.toString())).orElse(null);
    }

    private static Stream<String[]> options(List<Map<String, Object>> said) {
        return first(said, "options").stream()
                .flatMap(options -> Arrays.stream(options.toString().split(",")))
                .map(option -> pair(option.trim()));
    }

    private static String[] pair(String option) {
        int equals = option.indexOf('=');
        return equals < 0
                ? new String[] {option, option}
                : new String[] {option.substring(0, equals), option.substring(equals + 1)};
    }
}
