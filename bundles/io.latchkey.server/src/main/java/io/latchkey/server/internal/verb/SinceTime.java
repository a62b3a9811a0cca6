// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from when on people want to see something: {@code 30m}, {@code 2h}, {@code 7d}, a date or a date with a time. */
final class SinceTime {
    private static final Pattern AGO = Pattern.compile("([0-9]{1,6})([mhd])");

    private SinceTime() {}

    /** The moment that is meant; empty when none is. */
    static Optional<Instant> of(String text, Instant now, ZoneId zone) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            long count = Long.parseLong(ago.group(1));
            return Optional.of(now.minus(
                    switch (ago.group(2)) {
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    }));
        }
        List<Function<String, Instant>> forms = List.of(
                each -> LocalDate.parse(each).atStartOfDay(zone).toInstant(),
                each -> LocalDateTime.parse(each).atZone(zone).toInstant(),
                each -> OffsetDateTime.parse(each).toInstant());
        return forms.stream().flatMap(form -> read(form, text).stream()).findFirst();
    }

    private static Optional<Instant> read(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }
}
