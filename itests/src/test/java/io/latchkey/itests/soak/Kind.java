// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import io.latchkey.itests.soak.home.SoakHome;
import java.util.Set;

/** The kinds of characteristics in the home of the soak, and what is legal of each. */
enum Kind {
    /** Raised by one session alone. */
    COUNTER("uint32", "pr", "pw", "ev"),
    /** Raised by all. */
    SHARED("uint32", "pr", "pw", "ev"),
    /** A number as a text, raised by all. */
    WORD("string", "pr", "pw", "ev"),
    /** Raised by all, with timed writes only. */
    TIMED("uint32", "pr", "pw", "ev", "tw"),
    /** Raised by all; answers what was written. */
    ANSWER("uint32", "pr", "pw", "ev", "wr"),
    /** Rises by itself. */
    TICK("uint32", "pr", "ev"),
    SWITCH("bool", "pr", "pw", "ev"),
    LEVEL("float", "pr", "pw", "ev"),
    CHOICE("uint8", "pr", "pw", "ev"),
    PRESS("uint8", "pr", "ev"),
    MOTION("bool", "pr", "ev"),
    CALM("bool", "pr", "pw"),
    SECRET("uint32", "pw"),
    BROKEN("uint32", "pr", "pw", "ev"),
    DEAF("uint32", "pr", "ev");

    /** Done. */
    static final int SUCCESS = 0;
    /** Busy. */
    static final int BUSY = -70403;
    /** Written, but read-only. */
    static final int READ_ONLY = -70404;
    /** Read, but write-only. */
    static final int WRITE_ONLY = -70405;
    /** Subscribed, but without events. */
    static final int NO_EVENTS = -70406;
    /** No answer in time. */
    static final int TIMED_OUT = -70408;
    /** There is none. */
    static final int UNKNOWN = -70409;
    /** Not a value for it. */
    static final int INVALID = -70410;

    private static final Set<String> CHOICES = Set.of("1", "3", "5");

    private final String format;
    private final Set<String> permissions;

    Kind(String format, String... permissions) {
        this.format = format;
        this.permissions = Set.of(permissions);
    }

    /** The format's name on the wire. */
    String format() {
        return format;
    }

    /** The names of the permissions on the wire. */
    Set<String> permissions() {
        return permissions;
    }

    boolean isReadable() {
        return permissions.contains("pr");
    }

    boolean hasEvents() {
        return permissions.contains("ev");
    }

    /** Whether its values are numbers that only rise. */
    boolean isNumbered() {
        return ordinal() <= TICK.ordinal();
    }

    /** Whether controllers raise it. */
    boolean isRaised() {
        return ordinal() < TICK.ordinal();
    }

    /** Whether its events need not wait for the second between two messages. */
    boolean isPrompt() {
        return this == PRESS || this == MOTION;
    }

    /** How a read of it ends. */
    int readStatus() {
        return switch (this) {
            case SECRET -> WRITE_ONLY;
            case BROKEN -> BUSY;
            case DEAF -> TIMED_OUT;
            default -> SUCCESS;
        };
    }

    /** Whether this is a value that it may have in an answer or an event. */
    boolean isLegal(JsonElement value, boolean event) {
        if (this == PRESS && !event) {
            return value.isJsonNull();
        }
        if (!(value instanceof JsonPrimitive primitive)) {
            return false;
        }
        return switch (format) {
            case "bool" -> primitive.isBoolean();
            case "string" -> primitive.isString() && isWord(primitive.getAsString());
            case "float" -> primitive.isNumber() && isHalf(primitive.getAsDouble());
            default -> primitive.isNumber() && isWhole(primitive.getAsString());
        };
    }

    /** The number that a legal value of a numbered kind stands for. */
    long number(JsonElement value) {
        return this == WORD ? SoakHome.number(value.getAsString()) : value.getAsLong();
    }

    /** A number as JSON that is written. */
    String json(long number) {
        return this == WORD ? new JsonPrimitive(SoakHome.word(number)).toString() : Long.toString(number);
    }

    private boolean isWhole(String literal) {
        return switch (this) {
            case CHOICE -> CHOICES.contains(literal);
            case PRESS -> literal.matches("[012]");
            default -> literal.matches("0|[1-9][0-9]{0,9}") && Long.parseLong(literal) <= 0xFFFFFFFFL;
        };
    }

    private static boolean isWord(String text) {
        return text.matches("(?s)[0-9]+.*")
                && SoakHome.word(SoakHome.number(text)).equals(text);
    }

    private static boolean isHalf(double number) {
        return number >= 0 && number <= 100 && number * 2 == Math.rint(number * 2);
    }
}
