// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.crypto.Ed25519;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The accessory's side of adding, removing and listing pairings (HAP specification R2 sections 5.10 to 5.12; checks as in
 * HomeKitADK). A pure function, microseconds; it keeps, sends and logs nothing. Without an administrator nobody could
 * change pairings any more, so with the last one all others go.
 */
public final class AccessoryPairings {
    /** How many pairings a bridge takes; the specification demands 16. */
    public static final int CAPACITY = 64;

    private static final int ANSWER = 2;
    private static final int[] WANTED = {
        PairingTlv.METHOD, PairingTlv.IDENTIFIER, PairingTlv.PUBLIC_KEY, PairingTlv.STATE, PairingTlv.PERMISSIONS
    };

    private AccessoryPairings() {}

    /**
     * Answers the body of a POST to {@code /pairings} on a connection that a controller has secured.
     *
     * @param pairings as they are now
     * @param requester whose session it is; refused unless it is an administrator now
     */
    public static Outcome answer(Pairings pairings, ControllerId requester, byte[] request) {
        try {
            PairingMessage message = PairingMessage.read(request, WANTED);
            int method = message.number(PairingTlv.METHOD);
            if (method < Protocol.ADD_PAIRING || method > Protocol.LIST_PAIRINGS) {
                throw new MalformedTlv8Exception("Method " + method + " does not belong to pairings");
            }
            if (find(pairings, requester).filter(Pairing::isAdmin).isEmpty()) {
                return Outcome.error(ANSWER, PairingError.AUTHENTICATION);
            }
            if (message.number(PairingTlv.STATE) != 1) {
                throw new MalformedTlv8Exception("Only M1 is expected");
            }
            return switch (method) {
                case Protocol.ADD_PAIRING -> add(pairings, message);
                case Protocol.REMOVE_PAIRING -> remove(pairings, new ControllerId(message.identifier()));
                default -> list(pairings);
            };
        } catch (MalformedTlv8Exception malformed) {
            return Outcome.badRequest();
        }
    }

    /** The pairings without one controller, or without any if no administrator would be left; as {@link #answer} does it. */
    public static Effect.PairingsChanged without(Pairings pairings, ControllerId controller) {
        List<Pairing> kept = new ArrayList<>(pairings.pairings());
        kept.removeIf(pairing -> pairing.controller().equals(controller));
        return settled(pairings, kept);
    }

    /** The pairings with one added at the end, or changed in its place. */
    static Pairings with(Pairings pairings, Pairing added) {
        List<Pairing> changed = new ArrayList<>(pairings.pairings());
        int at = changed.stream().map(Pairing::controller).toList().indexOf(added.controller());
        if (at < 0) {
            changed.add(added);
        } else {
            changed.set(at, added);
        }
        return new Pairings(changed);
    }

    private static Outcome add(Pairings pairings, PairingMessage message) throws MalformedTlv8Exception {
        Pairing added = new Pairing(
                new ControllerId(message.identifier()),
                message.bytes(PairingTlv.PUBLIC_KEY, Ed25519.KEY_LENGTH),
                message.permissions());
        Optional<Pairing> known = find(pairings, added.controller());
        if (known.isPresent() && !MessageDigest.isEqual(known.get().publicKey(), added.publicKey())) {
            return Outcome.error(ANSWER, PairingError.UNKNOWN);
        }
        if (known.isEmpty() && pairings.pairings().size() >= CAPACITY) {
            return Outcome.error(ANSWER, PairingError.MAX_PEERS);
        }
        return done(pairings, settled(pairings, with(pairings, added).pairings()));
    }

    private static Outcome remove(Pairings pairings, ControllerId controller) {
        return done(pairings, without(pairings, controller));
    }

    private static Outcome list(Pairings pairings) {
        Tlv8.Builder answer = Protocol.message(ANSWER);
        boolean first = true;
        for (Pairing pairing : pairings.pairings()) {
            if (!first) {
                answer.separator(PairingTlv.SEPARATOR);
            }
            first = false;
            answer.text(PairingTlv.IDENTIFIER, pairing.controller().text())
                    .bytes(PairingTlv.PUBLIC_KEY, pairing.publicKey())
                    .integer(PairingTlv.PERMISSIONS, pairing.permissions().bits());
        }
        return Outcome.of(Reply.of(answer));
    }

    private static Outcome done(Pairings before, Effect.PairingsChanged change) {
        List<Effect> effects = change.pairings().equals(before) ? List.of() : List.of(change);
        return Outcome.of(Reply.of(Protocol.message(ANSWER)), ANSWER, effects);
    }

    private static Effect.PairingsChanged settled(Pairings before, List<Pairing> kept) {
        Pairings after = kept.stream().anyMatch(Pairing::isAdmin) ? new Pairings(kept) : Pairings.NONE;
        Set<ControllerId> removed = new HashSet<>();
        before.pairings().forEach(pairing -> removed.add(pairing.controller()));
        after.pairings().forEach(pairing -> removed.remove(pairing.controller()));
        return new Effect.PairingsChanged(after, removed);
    }

    private static Optional<Pairing> find(Pairings pairings, ControllerId controller) {
        return pairings.pairings().stream()
                .filter(pairing -> pairing.controller().equals(controller))
                .findFirst();
    }
}
