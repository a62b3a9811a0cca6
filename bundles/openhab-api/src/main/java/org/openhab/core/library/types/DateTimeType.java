// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.library.types;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.openhab.core.types.Command;
import org.openhab.core.types.PrimitiveType;
import org.openhab.core.types.State;

/** A point in time. */
public class DateTimeType implements PrimitiveType, State, Command, Comparable<DateTimeType> {
    private final Instant instant;

    public DateTimeType(Instant instant) {
        this.instant = instant;
    }

    public DateTimeType(ZonedDateTime zoned) {
        this(zoned.toInstant());
    }

    public Instant getInstant() {
        return instant;
    }

    public ZonedDateTime getZonedDateTime(ZoneId zone) {
        return instant.atZone(zone);
    }

    @Override
    public String format(String pattern) {
        return String.format(pattern, instant.atZone(ZoneId.systemDefault()));
    }

    @Override
    public String toFullString() {
        return instant.toString();
    }

    @Override
    public String toString() {
        return instant.toString();
    }

    @Override
    public int compareTo(DateTimeType other) {
        return instant.compareTo(other.instant);
    }

    @Override
    public int hashCode() {
        return instant.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DateTimeType moment && instant.equals(moment.instant);
    }
}
