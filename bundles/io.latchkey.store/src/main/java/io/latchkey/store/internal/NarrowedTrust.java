// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * What of a copy of a bridge may stay when the bridge has lost trust: all that is about its home, and of what is trusted
 * only what the bridge still trusts. Pure.
 */
final class NarrowedTrust {

    private NarrowedTrust() {}

    /**
     * The copy, narrowed.
     *
     * @param before what was remembered before the change; empty when that isn't known any more
     * @param after what is remembered now
     */
    static BridgeMemory of(BridgeMemory copy, Optional<BridgeMemory> before, BridgeMemory after) {
        Optional<AccessoryIdentity> own = copy.get(Domain.IDENTITY);
        if (own.equals(after.get(Domain.IDENTITY))) {
            return narrowed(copy, after);
        }
        boolean isOfAnotherLife = own.isPresent()
                && before.isPresent()
                && !own.equals(before.get().get(Domain.IDENTITY));
        return isOfAnotherLife ? copy : stripped(copy, after);
    }

    private static BridgeMemory narrowed(BridgeMemory copy, BridgeMemory after) {
        List<Pairing> now = after.get(Domain.PAIRINGS).orElse(Pairings.NONE).pairings();
        BridgeMemory narrowed = same(copy, after, Domain.SETUP);
        narrowed = same(narrowed, after, Domain.CONTROLLER);
        narrowed = unless(narrowed, after, Domain.BEFORE_TAKEOVER);
        narrowed = unless(narrowed, after, Domain.BEFORE_RESTORE);
        Optional<Pairings> pairings = copy.get(Domain.PAIRINGS);
        return pairings.isPresent()
                ? narrowed.with(Domain.PAIRINGS, trusted(pairings.get().pairings(), now))
                : narrowed;
    }

    private static BridgeMemory stripped(BridgeMemory copy, BridgeMemory after) {
        return same(copy, after, Domain.CONTROLLER)
                .without(Domain.IDENTITY)
                .without(Domain.SETUP)
                .without(Domain.PAIRINGS)
                .without(Domain.TRANSITIONS)
                .without(Domain.BEFORE_TAKEOVER)
                .without(Domain.BEFORE_RESTORE);
    }

    /** Without the value of a domain, unless it is the one that is there now. */
    private static BridgeMemory unless(BridgeMemory copy, BridgeMemory after, Domain<?> domain) {
        return copy.get(domain).equals(after.get(domain)) ? copy : copy.without(domain);
    }

    /** Those of a list that are trusted now, with no more rights than they have now. */
    static Pairings trusted(List<Pairing> pairings, List<Pairing> now) {
        return new Pairings(pairings.stream()
                .flatMap(pairing ->
                        now.stream().filter(each -> isSame(each, pairing)).map(each -> each.isAdmin() ? pairing : each))
                .toList());
    }

    /** Whether two pairings are with one controller by one key. */
    private static boolean isSame(Pairing one, Pairing other) {
        return one.controller().equals(other.controller()) && MessageDigest.isEqual(one.publicKey(), other.publicKey());
    }

    private static <T> BridgeMemory same(BridgeMemory copy, BridgeMemory after, Domain<T> domain) {
        return after.get(domain).map(value -> copy.with(domain, value)).orElseGet(() -> copy.without(domain));
    }
}
