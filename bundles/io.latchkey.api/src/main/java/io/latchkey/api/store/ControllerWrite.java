// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.HapStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a controller has switched: one characteristic that it wrote, which commands that became and how it ended. It tells
 * what people do at home, so it prints itself without value and commands.
 *
 * @param at when it was answered; in milliseconds
 * @param controller who
 * @param remote whether it came through a home hub from outside
 * @param accessory the name of the accessory in Home
 * @param key the key of the accessory
 * @param characteristic the name of its type, such as {@code On}
 * @param value what was written, for people; only the length of what isn't a number, a truth value or a text
 * @param commands what was sent to items because of it; none where no item is concerned or nobody said so
 * @param result the answer
 */
public record ControllerWrite(
        Instant at,
        ControllerId controller,
        boolean remote,
        String accessory,
        String key,
        String characteristic,
        String value,
        List<SentCommand> commands,
        HapStatus result) {
    /** The longest value and the longest command; the rest is left out. */
    public static final int LONGEST_TEXT = 100;

    /** Rounds the moment, shortens the value and keeps a copy. */
    public ControllerWrite {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        value = shortened(value);
        commands = List.copyOf(commands);
    }

    /**
     * A command that was sent to an item.
     *
     * @param item its name
     * @param command its text
     */
    public record SentCommand(String item, String command) {

        /** Shortens the command. */
        public SentCommand {
            command = shortened(command);
        }

        @Override
        public String toString() {
            return "SentCommand[" + item + "]";
        }
    }

    @Override
    public String toString() {
        return "ControllerWrite[" + at + ", " + key + ", " + characteristic + ", " + result + "]";
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
