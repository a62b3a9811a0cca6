// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import java.util.List;
import java.util.Optional;

/**
 * How warm a lamp is to be over the hours of a day, darker lamps warmer than bright ones. Pure mathematics.
 *
 * @param entries at least one, in the order of time
 * @param darkest the brightness in percent below which a darker lamp makes no difference
 * @param brightest the brightness in percent above which a brighter lamp makes no difference
 */
record TransitionCurve(List<Entry> entries, long darkest, long brightest) {

    /**
     * Keeps a copy.
     *
     * @throws IllegalArgumentException when there is no entry, or the range of brightness is none
     */
    TransitionCurve {
        entries = List.copyOf(entries);
        if (entries.isEmpty() || darkest < 0 || darkest > brightest) {
            throw new IllegalArgumentException("a curve has an entry and a range of brightness");
        }
    }

    /**
     * A colour temperature and how it follows the brightness.
     *
     * @param mired without regard to brightness
     * @param factor mired for each percent of brightness
     */
    record Point(double mired, double factor) {

        /**
         * Keeps numbers only.
         *
         * @throws IllegalArgumentException when one is infinite or none
         */
        Point {
            if (!Double.isFinite(mired) || !Double.isFinite(factor)) {
                throw new IllegalArgumentException("a point has finite numbers");
            }
        }

        private Point towards(Point other, double share) {
            return new Point(mired + (other.mired - mired) * share, factor + (other.factor - factor) * share);
        }
    }

    /**
     * A point that the curve reaches.
     *
     * @param point what is reached
     * @param hold milliseconds for which the point before stays
     * @param change milliseconds of the even change after that
     */
    record Entry(Point point, long hold, long change) {
        private static final long LONGEST = 366L * 24 * 60 * 60 * 1000;

        /**
         * Keeps times that make sense.
         *
         * @throws IllegalArgumentException when one is negative or longer than a year
         */
        Entry {
            if (hold < 0 || hold > LONGEST || change < 0 || change > LONGEST) {
                throw new IllegalArgumentException("an entry lasts a year at most");
            }
        }
    }

    /** Where the curve is that many milliseconds after its start; empty after its end. Before its first point it is there. */
    Optional<Point> at(long elapsed) {
        Point before = entries.get(0).point();
        long reached = entries.get(0).change();
        if (elapsed <= reached) {
            return Optional.of(before);
        }
        for (Entry entry : entries.subList(1, entries.size())) {
            long begin = reached + entry.hold();
            reached = begin + entry.change();
            if (elapsed <= begin) {
                return Optional.of(before);
            }
            if (elapsed <= reached) {
                return Optional.of(before.towards(entry.point(), (double) (elapsed - begin) / entry.change()));
            }
            before = entry.point();
        }
        return Optional.empty();
    }

    /** The colour temperature at a point for a lamp of that brightness in percent, in whole mired. */
    long mired(Point point, double brightness) {
        return Math.round(point.mired() + point.factor() * Math.max(darkest, Math.min(brightest, brightness)));
    }
}
