// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.identity.Pairing;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether a change takes trust away: from then on no older copy may come back, whatever is damaged. A pairing counts
 * as taken away when it is gone, has another key or may do less; so does an identity, a setup code, the keys of our own
 * controller and what was put aside before a take-over or a restore once they are gone or others.
 */
final class TrustLoss {

    private TrustLoss() {}

    /** Whether what was trusted before isn't trusted after. */
    static boolean between(BridgeMemory before, BridgeMemory after) {
        return isGone(before.get(Domain.IDENTITY), after.get(Domain.IDENTITY))
                || isGone(before.get(Domain.BEFORE_TAKEOVER), after.get(Domain.BEFORE_TAKEOVER))
                || isGone(before.get(Domain.BEFORE_RESTORE), after.get(Domain.BEFORE_RESTORE))
                || isCodeGone(before.get(Domain.SETUP), after.get(Domain.SETUP))
                || isPairingGone(before.get(Domain.PAIRINGS), after.get(Domain.PAIRINGS))
                || isPeerGone(before.get(Domain.CONTROLLER), after.get(Domain.CONTROLLER));
    }

    private static <T> boolean isGone(Optional<T> before, Optional<T> after) {
        return before.isPresent() && !before.equals(after);
    }

    private static boolean isCodeGone(Optional<Setup> before, Optional<Setup> after) {
        return isGone(before.flatMap(Setup::generatedCode), after.flatMap(Setup::generatedCode))
                || isGone(before.flatMap(Setup::verifier), after.flatMap(Setup::verifier));
    }

    private static boolean isPairingGone(Optional<Pairings> before, Optional<Pairings> after) {
        List<Pairing> now = after.orElse(Pairings.NONE).pairings();
        return before.orElse(Pairings.NONE).pairings().stream()
                .anyMatch(pairing -> now.stream().noneMatch(each -> isAsGood(each, pairing)));
    }

    private static boolean isAsGood(Pairing now, Pairing before) {
        return now.controller().equals(before.controller())
                && MessageDigest.isEqual(now.publicKey(), before.publicKey())
                && (now.isAdmin() || !before.isAdmin());
    }

    private static boolean isPeerGone(Optional<ControllerKeys> before, Optional<ControllerKeys> after) {
        return before.isPresent()
                && (after.isEmpty()
                        || !after.get().id().equals(before.get().id())
                        || !MessageDigest.isEqual(
                                after.get().seed(), before.get().seed())
                        || !after.get().peers().containsAll(before.get().peers()));
    }
}
