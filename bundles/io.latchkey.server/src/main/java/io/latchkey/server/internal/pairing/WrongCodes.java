// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import io.latchkey.api.store.Setup;
import io.latchkey.api.store.Verifier;
import io.latchkey.pairing.AccessoryPairSetup;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many wrong setup codes have come for the code in use: counted at once, stored at most once a second, because strangers
 * decide how often it happens, but at once where it locks; told in the log once a minute. A new code counts anew. Used in the queue of {@link Trust},
 * but for {@link #problem}.
 */
final class WrongCodes {
    private static final Logger LOG = LoggerFactory.getLogger(WrongCodes.class);
    private static final long BETWEEN_STORES = Duration.ofSeconds(1).toNanos();
    private static final long BETWEEN_WORDS = Duration.ofMinutes(1).toNanos();

    private final String bridge;
    private final LongSupplier nanoTime;
    private volatile Optional<Counted> last = Optional.empty();
    private Optional<Long> storedAt = Optional.empty();
    private Optional<Long> toldAt = Optional.empty();

    WrongCodes(String bridge, LongSupplier nanoTime) {
        this.bridge = bridge;
        this.nanoTime = nanoTime;
    }

    private record Counted(Optional<Verifier> code, int count) {}

    /** How many there are, stored or not. */
    int count(Setup kept) {
        return last.filter(each -> each.code().equals(kept.verifier()))
                .map(each -> Math.max(each.count(), kept.failedAttempts()))
                .orElse(kept.failedAttempts());
    }

    /**
     * Takes another number.
     *
     * @param remote whose code was wrong, or right when the number is 0
     * @return whether it is to be stored before anybody gets an answer
     */
    boolean counted(Setup kept, int count, InetAddress remote) {
        last = Optional.of(new Counted(kept.verifier(), count));
        if (count > 0) {
            tell(count, remote);
        }
        boolean isDue = count == 0 || isLocking(count) || isOver(storedAt, BETWEEN_STORES);
        if (isDue) {
            storedAt = Optional.of(nanoTime.getAsLong());
        }
        return isDue;
    }

    /** What people have to know: too many were tried, so that nobody can pair. */
    Optional<String> problem(Setup kept) {
        return count(kept) >= AccessoryPairSetup.MAXIMUM_ATTEMPTS
                ? Optional.of("locked after " + AccessoryPairSetup.MAXIMUM_ATTEMPTS
                        + " wrong setup codes, so that nobody can pair: give it another setup code")
                : Optional.empty();
    }

    private void tell(int count, InetAddress remote) {
        if (!isLocking(count) && !isOver(toldAt, BETWEEN_WORDS)) {
            return;
        }
        toldAt = Optional.of(nanoTime.getAsLong());
        LOG.warn(
                "Bridge {}: a wrong setup code came from {}, {} of {} until it is locked",
                bridge,
                remote.getHostAddress(),
                count,
                AccessoryPairSetup.MAXIMUM_ATTEMPTS);
    }

    private static boolean isLocking(int count) {
        return count == AccessoryPairSetup.MAXIMUM_ATTEMPTS;
    }

    private boolean isOver(Optional<Long> since, long time) {
        return since.filter(then -> nanoTime.getAsLong() - then < time).isEmpty();
    }
}
