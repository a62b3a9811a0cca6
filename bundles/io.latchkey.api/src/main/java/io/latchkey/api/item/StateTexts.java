// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads states and commands from the texts that openHAB uses. Stateless; never throws for a text, however odd, and
 * refuses numbers too long to be a state of anything. openHAB divides to 34 digits, so that the mean of a group is as long
 * as that; its moments have up to nine digits behind the second, and the zone of the home as {@code +0100}. Pictures aren't
 * kept: they would fill the memory, and nobody looks at them.
 */
final class StateTexts {
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    static final BigDecimal CIRCLE = BigDecimal.valueOf(360);

    private static final int MOST_DIGITS = 100;
    private static final Pattern QUANTITY = Pattern.compile(
            "([+-]?(?:\\d{1,100}(?:\\.\\d{0,100})?|\\.\\d{1,100})(?:[eE][+-]?\\d{1,2})?)\\s*((?![eE][+-]?\\d)(?:1/)?[^\\s\\d.+-].{0,40})?");
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .optionalStart()
            .appendLiteral('[')
            .appendZoneRegionId()
            .appendLiteral(']')
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private StateTexts() {}

    static Optional<ItemState> state(ItemType type, String text) {
        Optional<ItemState.Missing> missing = constant(ItemState.Missing.values(), text);
        if (missing.isPresent()) {
            return missing.map(Function.identity());
        }
        return switch (type) {
            case SWITCH -> onOff(text).map(Function.identity());
            case DIMMER -> first(List.of(percent(text), onOff(text).map(StateTexts::level)));
            case COLOR -> first(List.of(hsb(text), percent(text), onOff(text).map(StateTexts::level)));
            case NUMBER -> quantity(text).map(Function.identity());
            case CONTACT -> openClosed(text).map(Function.identity());
            case ROLLERSHUTTER -> first(List.of(percent(text), upDown(text).map(StateTexts::level)));
            case DATETIME -> moment(text).map(Function.identity());
            case PLAYER ->
                first(List.of(
                        constant(ItemState.PlayPause.values(), text), constant(ItemState.Winding.values(), text)));
            case IMAGE -> Optional.of(ItemState.Missing.UNDEF);
            case STRING, LOCATION, CALL, GROUP -> Optional.of(new ItemState.Text(text));
        };
    }

    static Optional<ItemCommand> command(ItemType type, String text) {
        return switch (type) {
            case SWITCH -> onOff(text).map(Function.identity());
            case DIMMER ->
                first(List.of(percent(text), onOff(text), constant(ItemCommand.IncreaseDecrease.values(), text)));
            case COLOR ->
                first(List.of(
                        hsb(text), percent(text), onOff(text), constant(ItemCommand.IncreaseDecrease.values(), text)));
            case NUMBER -> quantity(text).map(Function.identity());
            case ROLLERSHUTTER ->
                first(List.of(percent(text), upDown(text), constant(ItemCommand.StopMove.values(), text)));
            case STRING -> Optional.of(new ItemState.Text(text));
            case DATETIME -> moment(text).map(Function.identity());
            case PLAYER ->
                first(List.of(
                        constant(ItemState.PlayPause.values(), text),
                        constant(ItemState.Winding.values(), text),
                        constant(ItemCommand.NextPrevious.values(), text)));
            case CONTACT, LOCATION, IMAGE, CALL, GROUP -> Optional.empty();
        };
    }

    static boolean isPercent(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(HUNDRED) <= 0;
    }

    private static <T> Optional<T> first(List<Optional<? extends T>> readings) {
        return readings.stream().<T>flatMap(Optional::stream).findFirst();
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, String text) {
        String wanted = text.trim().toUpperCase(Locale.ROOT);
        return Arrays.stream(all).filter(each -> each.name().equals(wanted)).findFirst();
    }

    private static Optional<ItemState.OnOff> onOff(String text) {
        return switch (text.trim().toUpperCase(Locale.ROOT)) {
            case "ON" -> Optional.of(ItemState.OnOff.ON);
            case "OFF" -> Optional.of(ItemState.OnOff.OFF);
            default -> Optional.empty();
        };
    }

    private static Optional<ItemState.OpenClosed> openClosed(String text) {
        return switch (text.trim().toUpperCase(Locale.ROOT)) {
            case "OPEN" -> Optional.of(new ItemState.OpenClosed(true));
            case "CLOSED" -> Optional.of(new ItemState.OpenClosed(false));
            default -> Optional.empty();
        };
    }

    private static Optional<ItemCommand.UpDown> upDown(String text) {
        return constant(ItemCommand.UpDown.values(), text);
    }

    private static ItemState.Percent level(ItemState.OnOff state) {
        return ItemState.Percent.of(state.on() ? 100 : 0);
    }

    private static ItemState.Percent level(ItemCommand.UpDown state) {
        return ItemState.Percent.of(state == ItemCommand.UpDown.UP ? 0 : 100);
    }

    private static Optional<ItemState.Quantity> quantity(String text) {
        Matcher matcher = QUANTITY.matcher(text.trim());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        boolean isTooLong = number.scale() > MOST_DIGITS || number.precision() - number.scale() > MOST_DIGITS;
        return isTooLong
                ? Optional.empty()
                : Optional.of(new ItemState.Quantity(number, Optional.ofNullable(matcher.group(2))));
    }

    private static Optional<ItemState.Percent> percent(String text) {
        return quantity(text)
                .filter(quantity ->
                        quantity.unit().filter(unit -> !unit.equals("%")).isEmpty())
                .map(ItemState.Quantity::number)
                .filter(StateTexts::isPercent)
                .map(ItemState.Percent::new);
    }

    private static Optional<ItemState.Hsb> hsb(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        BigDecimal[] numbers = Arrays.stream(parts)
                .map(part -> quantity(part).filter(q -> q.unit().isEmpty()))
                .flatMap(Optional::stream)
                .map(ItemState.Quantity::number)
                .toArray(BigDecimal[]::new);
        try {
            return numbers.length == 3
                    ? Optional.of(new ItemState.Hsb(numbers[0], numbers[1], numbers[2]))
                    : Optional.empty();
        } catch (IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
    }

    /** What names no zone is of the zone of this computer. */
    private static Optional<ItemState.Moment> moment(String text) {
        try {
            TemporalAccessor read = MOMENT.parseBest(text.trim(), ZonedDateTime::from, LocalDateTime::from);
            Instant instant = read instanceof LocalDateTime local
                    ? local.atZone(ZoneId.systemDefault()).toInstant()
                    : Instant.from(read);
            return Optional.of(new ItemState.Moment(instant));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
