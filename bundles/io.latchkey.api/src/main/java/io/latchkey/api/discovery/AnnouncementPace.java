// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.discovery;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When another text of a record may be announced. A responder that announces may answer nobody meanwhile (JmDNS for about
 * two seconds), just when phones ask, so what can wait is gathered: a configuration number that changes again within ten
 * seconds is told when these are over. All else, and the first change of that number, is told at once. Used by each
 * {@link Advertiser}, one for a record; for one thread at a time.
 */
public final class AnnouncementPace {
    private static final Duration GATHERING = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private long gatheredUntil;
    private boolean isGathering;

    /**
     * Begins with a record whose number hasn't changed yet.
     *
     * @param nanoTime the time, in nanoseconds since some moment
     */
    public AnnouncementPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * How long from now on a change is to wait.
     *
     * @param shown what the record says
     * @param wanted what it is to say, of the same name and port
     * @return zero when it may be told now
     */
    public Duration pause(Advertisement shown, Advertisement wanted) {
        boolean isNumberAlone = shown.with(wanted.configuration()).equals(wanted);
        long left = gatheredUntil - nanoTime.getAsLong();
        return isGathering && isNumberAlone && left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
    }

    /**
     * A change has been told just now.
     *
     * @param before what the record said
     * @param now what it says
     */
    public void told(Advertisement before, Advertisement now) {
        if (!before.configuration().equals(now.configuration())) {
            isGathering = true;
            gatheredUntil = nanoTime.getAsLong() + GATHERING.toNanos();
        }
    }
}
