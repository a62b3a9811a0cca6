// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.HSBType;
import org.openhab.core.library.types.IncreaseDecreaseType;
import org.openhab.core.library.types.NextPreviousType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.OpenClosedType;
import org.openhab.core.library.types.PercentType;
import org.openhab.core.library.types.PlayPauseType;
import org.openhab.core.library.types.PointType;
import org.openhab.core.library.types.RawType;
import org.openhab.core.library.types.RewindFastforwardType;
import org.openhab.core.library.types.StopMoveType;
import org.openhab.core.library.types.StringListType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.library.types.UpDownType;
import org.openhab.core.types.Command;
import org.openhab.core.types.RefreshType;
import org.openhab.core.types.State;
import org.openhab.core.types.Type;
import org.openhab.core.types.UnDefType;

/** The kinds of items, but Number, with the states and the commands that each accepts, in the order in which a text is tried. */
enum ItemKind {
    SWITCH(List.of(OnOffType.class), List.of(OnOffType.class)),
    DIMMER(
            List.of(PercentType.class, OnOffType.class),
            List.of(PercentType.class, OnOffType.class, IncreaseDecreaseType.class)),
    COLOR(
            List.of(HSBType.class, PercentType.class, OnOffType.class),
            List.of(HSBType.class, PercentType.class, OnOffType.class, IncreaseDecreaseType.class)),
    CONTACT(List.of(OpenClosedType.class), List.of()),
    ROLLERSHUTTER(
            List.of(PercentType.class, UpDownType.class),
            List.of(PercentType.class, UpDownType.class, StopMoveType.class)),
    STRING(List.of(StringType.class, DateTimeType.class), List.of(StringType.class)),
    PLAYER(
            List.of(PlayPauseType.class, RewindFastforwardType.class),
            List.of(PlayPauseType.class, RewindFastforwardType.class, NextPreviousType.class)),
    DATETIME(List.of(DateTimeType.class), List.of(DateTimeType.class)),
    LOCATION(List.of(PointType.class), List.of(PointType.class)),
    IMAGE(List.of(RawType.class), List.of()),
    CALL(List.of(StringListType.class), List.of(StringListType.class));

    private final List<Class<? extends State>> states;
    private final List<Class<? extends Command>> commands;

    ItemKind(List<Class<? extends State>> states, List<Class<? extends Command>> commands) {
        this.states = with(states, UnDefType.class);
        this.commands = with(commands, RefreshType.class);
    }

    /** The kind of a type such as {@code Number:Temperature}. */
    static ItemKind of(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equalsIgnoreCase(type.split(":")[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no type " + type));
    }

    List<Class<? extends State>> states() {
        return states;
    }

    List<Class<? extends Command>> commands() {
        return commands;
    }

    /** What an item of this kind keeps of a state that it accepts, given what it was. */
    State kept(State now, State told) {
        return switch (this) {
            case DIMMER -> level(told).<State>map(level -> level).orElse(told);
            case ROLLERSHUTTER -> level(told).<State>map(level -> level).orElse(told);
            case COLOR ->
                told instanceof HSBType
                        ? told
                        : level(told).map(level -> coloured(now, level)).orElse(told);
            default -> told;
        };
    }

    /** The first of these types that the text is of. */
    static <T extends Type> Optional<T> parse(List<Class<? extends T>> types, String text) {
        return types.stream()
                .flatMap(type -> value(type, text).stream())
                .<T>map(value -> value)
                .findFirst();
    }

    private static <T> Optional<T> value(Class<T> type, String text) {
        try {
            return Optional.of(type.cast(type.getMethod("valueOf", String.class).invoke(null, text)));
        } catch (InvocationTargetException | NoSuchMethodException | IllegalAccessException other) {
            return Optional.empty();
        }
    }

    private static Optional<PercentType> level(State told) {
        if (told instanceof PercentType percent) {
            return Optional.of(percent);
        }
        if (told == OnOffType.ON || told == UpDownType.DOWN) {
            return Optional.of(PercentType.HUNDRED);
        }
        return told == OnOffType.OFF || told == UpDownType.UP ? Optional.of(PercentType.ZERO) : Optional.empty();
    }

    private static State coloured(State now, PercentType level) {
        return now instanceof HSBType colour
                ? new HSBType(colour.getHue(), colour.getSaturation(), level)
                : new HSBType(DecimalType.ZERO, PercentType.ZERO, level);
    }

    private static <T> List<Class<? extends T>> with(List<Class<? extends T>> some, Class<? extends T> more) {
        return Stream.<Class<? extends T>>concat(some.stream(), Stream.of(more)).toList();
    }
}
