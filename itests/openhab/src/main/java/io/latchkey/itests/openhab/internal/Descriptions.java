// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openhab.core.items.Metadata;
import org.openhab.core.types.CommandDescription;
import org.openhab.core.types.CommandOption;
import org.openhab.core.types.StateDescription;
import org.openhab.core.types.StateOption;

/** What the notes {@code stateDescription} and {@code commandDescription} and the pattern of a label say of an item. */
record Descriptions(StateDescription ofStates, CommandDescription ofCommands) {
    private static final class Stated extends StateDescription {
        Stated(Map<String, Object> said, String pattern, List<StateOption> options) {
            super(
                    number(said, "min"),
                    number(said, "max"),
                    number(said, "step"),
                    said.containsKey("pattern") ? said.get("pattern").toString() : pattern,
                    Boolean.parseBoolean(String.valueOf(said.get("readOnly"))),
                    options);
        }
    }

    /** A description that says nothing is none, as in openHAB. */
    static Descriptions of(List<Metadata> notes, String pattern) {
        Map<String, Object> stated = said(notes, "stateDescription");
        Map<String, Object> commanded = said(notes, "commandDescription");
        List<StateOption> states = options(stated)
                .map(option -> new StateOption(option[0], option[1]))
                .toList();
        List<CommandOption> commands = options(commanded)
                .map(option -> new CommandOption(option[0], option[1]))
                .toList();
        return new Descriptions(
                stated.isEmpty() && pattern == null ? null : new Stated(stated, pattern, states),
                commands.isEmpty() ? null : () -> commands);
    }

    private static Map<String, Object> said(List<Metadata> notes, String namespace) {
        return notes.stream()
                .filter(note -> note.getUID().getNamespace().equals(namespace))
                .findFirst()
                .map(Metadata::getConfiguration)
                .orElse(Map.of());
    }

    private static Stream<String[]> options(Map<String, Object> said) {
        return said.containsKey("options")
                ? Arrays.stream(said.get("options").toString().split(",")).map(option -> pair(option.trim()))
                : Stream.of();
    }

    private static String[] pair(String option) {
        int equals = option.indexOf('=');
        return equals < 0
                ? new String[] {option, option}
                : new String[] {option.substring(0, equals), option.substring(equals + 1)};
    }

    private static BigDecimal number(Map<String, Object> said, String key) {
        return said.containsKey(key) ? new BigDecimal(said.get(key).toString()) : null;
    }
}
