// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.provider.Absence.Cause;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a person may take an absent accessory out of Home. Not while its host may still be coming up: at that time
 * everything is absent. A host that has been away for an hour of this run isn't coming up; somebody may have removed it for
 * good. Pure.
 */
final class PruningRule {
    /** After so long a host that isn't there isn't waited for. */
    static final Duration GONE_FOR_GOOD = Duration.ofHours(1);

    private PruningRule() {}

    /** What speaks against it, for people. */
    static Optional<String> hindrance(KnownAccessory accessory, ProviderPresence providers, KeeperTime now) {
        if (accessory.isThere()) {
            return accessory.missing().isEmpty() ? Optional.of("it is there") : Optional.empty();
        }
        CurrentAbsence absence = accessory.absence().orElseThrow();
        boolean away = absence.why().cause() == Cause.HOST_AWAY
                || !providers.isComplete(accessory.key().provider());
        return away && now.since(absence.causeSince()).compareTo(GONE_FOR_GOOD) < 0
                ? Optional.of("its host isn't ready (" + absence.why().reason()
                        + "), so it may come back by itself: wait until it is ready, or has been away for an hour")
                : Optional.empty();
    }
}
