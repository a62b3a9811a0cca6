// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from when on people want to see something: how long ago ({@code 30m}, {@code 2h}, {@code 7d}, {@code 2w}), a day, a
 * time of the last 24 hours, or a day with a time, as they write it in English, German or a program.
 */
final class SinceTime {
    /** What people may write, for people. */
    static final String FORMS = "a time such as 30m, 2h, 7d or 18:00, or a date such as 2026-11-30 or 2026-11-30T18:00";

    private static final Pattern AGO = Pattern.compile("([0-9]{1,6})(s|m|min|h|d|w)");
    private static final String DAY = "[uuuu-M-d][d.M.uuuu]";
    private static final String TIME = "H:mm[:ss]";
    private static final Pattern TIME_ALONE = Pattern.compile("[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?");

    private SinceTime() {}

    /** Whether a word can only be the time that belongs to a day before it. */
    static boolean isTime(String word) {
        return TIME_ALONE.matcher(word).matches();
    }

    /** The moment that is meant; empty when none is, or one that is still to come. */
    static Optional<Instant> of(String text, Instant now, ZoneId zone) {
        Matcher ago = AGO.matcher(text.toLowerCase(Locale.ROOT));
        if (ago.matches()) {
            return Optional.of(now.minus(duration(Long.parseLong(ago.group(1)), ago.group(2))));
        }
        List<Function<String, Instant>> forms = List.of(
                each -> LocalDate.parse(each, strict(DAY)).atStartOfDay(zone).toInstant(),
                each -> LocalDateTime.parse(each, strict(DAY + "['T'][' ']" + TIME))
                        .atZone(zone)
                        .toInstant(),
                each -> last(LocalTime.parse(each, strict(TIME)), now.atZone(zone)),
                each -> OffsetDateTime.parse(each).toInstant());
        return forms.stream()
                .flatMap(form -> read(form, text).stream())
                .filter(moment -> !moment.isAfter(now))
                .findFirst();
    }

    private static Duration duration(long count, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(count);
            case "m", "min" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofDays(7 * count);
        };
    }

    /** When it was that time last: today, or yesterday. */
    private static Instant last(LocalTime time, ZonedDateTime now) {
        ZonedDateTime today = now.with(time);
        return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    private static Optional<Instant> read(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }
}
