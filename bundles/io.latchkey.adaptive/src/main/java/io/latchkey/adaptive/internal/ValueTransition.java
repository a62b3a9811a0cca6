// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import io.latchkey.api.tlv.Tlv8;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A curve that a controller wants a lamp to follow. When it began is told by our own clock, because the controller's may
 * differ; what the controller said of it is kept to the byte, because it compares.
 *
 * @param configuration as it was received (HAP-NodeJS ValueTransitionConfigurationTypes)
 * @param iid of the characteristic that is to follow it
 * @param parameters its id and start time, as they were received
 * @param curve what it looks like
 * @param interval between two updates of the lamp
 * @param threshold least time between two events about them
 * @param since when it was received, in milliseconds since 1970-01-01 UTC
 */
record ValueTransition(
        Tlv8 configuration,
        long iid,
        Tlv8 parameters,
        TransitionCurve curve,
        Duration interval,
        Duration threshold,
        long since) {
    private static final int IID = 1;
    private static final int PARAMETERS = 2;
    private static final int ENABLED = 3;
    private static final int CURVE = 5;
    private static final int INTERVAL = 6;
    private static final int THRESHOLD = 8;
    private static final int ENTRY = 1;
    private static final int ADJUSTED_BY = 2;
    private static final int RANGE = 3;
    private static final int FACTOR = 1;
    private static final int MIRED = 2;
    private static final int CHANGE = 3;
    private static final int HOLD = 4;
    private static final int LEAST = 1;
    private static final int MOST = 2;
    private static final long DARKEST = 10;
    private static final long BRIGHTEST = 100;
    private static final long USUAL_INTERVAL = 60_000;
    private static final long SHORTEST_INTERVAL = 1_000;
    private static final long LONGEST_INTERVAL = 3_600_000;
    private static final long USUAL_THRESHOLD = 600_000;
    private static final int MOST_ENTRIES = 1_000;

    /**
     * Reads what a controller wants.
     *
     * @param brightness the iid of the only characteristic that a curve may be adjusted by
     * @param now our own clock
     * @return empty when the controller wants no transition
     * @throws IllegalArgumentException when it can't be read or run
     */
    static Optional<ValueTransition> read(TlvFields fields, long brightness, long now) {
        long iid = fields.required(IID);
        if (fields.number(ENABLED).orElse(0) == 0) {
            return Optional.empty();
        }
        TlvFields parameters = fields.structure(PARAMETERS).orElseThrow(() -> TlvFields.missing(PARAMETERS));
        TlvFields curve = fields.structure(CURVE).orElseThrow(() -> TlvFields.missing(CURVE));
        if (curve.number(ADJUSTED_BY).orElse(brightness) != brightness) {
            throw new IllegalArgumentException("a curve is adjusted by the brightness of its own lamp");
        }
        return Optional.of(new ValueTransition(
                fields.list(),
                iid,
                parameters.list(),
                curve(curve),
                Duration.ofMillis(bounded(fields.number(INTERVAL).orElse(USUAL_INTERVAL), SHORTEST_INTERVAL)),
                Duration.ofMillis(bounded(fields.number(THRESHOLD).orElse(USUAL_THRESHOLD), 0)),
                now));
    }

    /** The iid that a configuration is about. */
    static long iid(TlvFields configuration) {
        return configuration.required(IID);
    }

    /** Milliseconds since its start by our own clock; none when that was set back. */
    long elapsed(long now) {
        return Math.max(0, now - since);
    }

    private static long bounded(long millis, long least) {
        return Math.max(least, Math.min(LONGEST_INTERVAL, millis < 0 ? LONGEST_INTERVAL : millis));
    }

    private static TransitionCurve curve(TlvFields fields) {
        List<TlvFields> entries = fields.structures(ENTRY);
        if (entries.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("a curve has " + MOST_ENTRIES + " entries at most");
        }
        Optional<TlvFields> range = fields.structure(RANGE);
        return new TransitionCurve(
                entries.stream().map(ValueTransition::entry).toList(),
                range.map(each -> each.number(LEAST).orElse(DARKEST)).orElse(DARKEST),
                range.map(each -> each.number(MOST).orElse(BRIGHTEST)).orElse(BRIGHTEST));
    }

    private static TransitionCurve.Entry entry(TlvFields fields) {
        TransitionCurve.Point point = new TransitionCurve.Point(fields.fraction(MIRED), fields.fraction(FACTOR));
        return new TransitionCurve.Entry(point, fields.number(HOLD).orElse(0), fields.required(CHANGE));
    }
}
