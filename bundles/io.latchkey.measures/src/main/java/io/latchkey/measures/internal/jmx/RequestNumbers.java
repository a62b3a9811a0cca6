// SPDX-License-Identifier: EPL-2.0
package io.latchkey.measures.internal.jmx;

import io.latchkey.api.bridge.RequestMeasures;
import io.latchkey.api.bridge.RequestOutcome;
import java.time.Duration;

/**
 * The requests of one kind, for JMX, which makes a composite of what is got here. Times are in milliseconds; a quantile is the
 * bound below which that part of the answers was ready.
 */
public final class RequestNumbers {
    private static final double NANOS_OF_MILLISECOND = 1e6;
    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.95;
    private static final double ALMOST_ALL = 0.99;

    private final RequestMeasures measures;

    RequestNumbers(RequestMeasures measures) {
        this.measures = measures;
    }

    /** All of them. */
    public long getCount() {
        return measures.count();
    }

    /** Those that were done whole. */
    public long getOk() {
        return measures.count(RequestOutcome.OK);
    }

    /** Those whose values had a status each, most often because some or all have failed. */
    public long getPartial() {
        return measures.count(RequestOutcome.PARTIAL);
    }

    /** Those that were refused. */
    public long getRefused() {
        return measures.count(RequestOutcome.REFUSED);
    }

    /** Those that couldn't be answered. */
    public long getFailed() {
        return measures.count(RequestOutcome.FAILED);
    }

    /** The mean time. */
    public double getMean() {
        return measures.count() == 0 ? 0 : measures.time().toNanos() / NANOS_OF_MILLISECOND / measures.count();
    }

    /** The median. */
    public double getQuantile50() {
        return quantile(MEDIAN);
    }

    /** What one of twenty exceeds. */
    public double getQuantile95() {
        return quantile(MOST);
    }

    /** What one of a hundred exceeds. */
    public double getQuantile99() {
        return quantile(ALMOST_ALL);
    }

    private double quantile(double part) {
        Duration bound = measures.quantile(part);
        return bound.toNanos() / NANOS_OF_MILLISECOND;
    }
}
