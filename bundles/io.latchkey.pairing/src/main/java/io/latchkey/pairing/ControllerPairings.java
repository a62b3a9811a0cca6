// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.crypto.Ed25519;
import java.util.ArrayList;
import java.util.List;

/**
 * The controller's side of adding, removing and listing pairings (HAP specification R2 sections 5.10 to 5.12), for bodies
 * to and from {@code /pairings} on a secured connection. Stateless.
 */
public final class ControllerPairings {
    private static final int[] WANTED = {PairingTlv.IDENTIFIER, PairingTlv.PUBLIC_KEY, PairingTlv.PERMISSIONS};

    private ControllerPairings() {}

    /** Adds a pairing for another controller, or changes what it may do; the result is that pairing. */
    public static Conversation<Pairing> add(Pairing pairing) {
        Tlv8.Builder request = request(Protocol.ADD_PAIRING)
                .text(PairingTlv.IDENTIFIER, pairing.controller().text())
                .bytes(PairingTlv.PUBLIC_KEY, pairing.publicKey())
                .integer(PairingTlv.PERMISSIONS, pairing.permissions().bits());
        return new Conversation.Send<>(request, 2, answer -> new Conversation.Done<>(pairing));
    }

    /** Removes the pairing of a controller, one's own too; the result is its identifier. */
    public static Conversation<ControllerId> remove(ControllerId controller) {
        Tlv8.Builder request = request(Protocol.REMOVE_PAIRING).text(PairingTlv.IDENTIFIER, controller.text());
        return new Conversation.Send<>(request, 2, answer -> new Conversation.Done<>(controller));
    }

    /** Lists all pairings. */
    public static Conversation<Pairings> list() {
        return new Conversation.Send<>(
                request(Protocol.LIST_PAIRINGS), 2, answer -> new Conversation.Done<>(pairings(answer)));
    }

    private static Tlv8.Builder request(int method) {
        return Protocol.message(1).integer(PairingTlv.METHOD, method);
    }

    private static Pairings pairings(PairingMessage answer) throws MalformedTlv8Exception {
        List<Pairing> pairings = new ArrayList<>();
        for (PairingMessage entry : answer.split(PairingTlv.SEPARATOR, WANTED)) {
            pairings.add(pairing(entry));
        }
        if (pairings.stream().map(Pairing::controller).distinct().count() != pairings.size()) {
            throw new MalformedTlv8Exception("A controller is listed twice");
        }
        return new Pairings(pairings);
    }

    private static Pairing pairing(PairingMessage entry) throws MalformedTlv8Exception {
        ControllerId controller = new ControllerId(entry.identifier());
        byte[] key = entry.bytes(PairingTlv.PUBLIC_KEY, Ed25519.KEY_LENGTH);
        return new Pairing(controller, key, entry.permissions());
    }
}
