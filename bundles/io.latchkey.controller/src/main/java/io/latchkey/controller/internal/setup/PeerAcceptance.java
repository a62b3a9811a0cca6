// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.setup;

import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.controller.internal.keys.KeyRing;
import io.latchkey.controller.internal.link.ControllerFailures;
import io.latchkey.controller.internal.link.PeerConnection;
import io.latchkey.controller.internal.link.SeenRecords;
import io.latchkey.pairing.ControllerPairVerify;
import io.latchkey.pairing.ControllerPairings;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes an accessory that pair-setup has just succeeded with. It is ours when its key is on the disk and not before. Whoever
 * knows its own setup code can call itself by any Device ID, so nobody gets the place of another; one that isn't taken, or
 * can't be kept, is asked to forget us on the same connection.
 */
final class PeerAcceptance {
    private static final Logger LOG = LoggerFactory.getLogger(PeerAcceptance.class);

    private final KeyRing keyRing;
    private final SeenRecords records;
    private final SecureRandom random;

    PeerAcceptance(KeyRing keyRing, SeenRecords records, SecureRandom random) {
        this.keyRing = keyRing;
        this.records = records;
        this.random = random;
    }

    /**
     * Takes an accessory.
     *
     * @param address where it was paired with
     * @param link the connection on which it was
     * @param own the keys that it knows us by
     */
    CompletionStage<DeviceId> accept(
            InetSocketAddress address, PeerConnection link, ControllerKeys own, ControllerKeys.Peer peer) {
        return keep(address, link, own, peer)
                .handle((kept, failure) -> failure == null
                        ? CompletableFuture.completedFuture(peer.accessory())
                        : takeBack(link, own, peer)
                                .<DeviceId>thenCompose(done -> CompletableFuture.failedFuture(failure)))
                .thenCompose(Function.identity());
    }

    private CompletionStage<Void> keep(
            InetSocketAddress address, PeerConnection link, ControllerKeys own, ControllerKeys.Peer peer) {
        Optional<DeviceId> announced = records.accessory(address);
        String id = peer.accessory().text();
        if (announced.isPresent() && !announced.get().text().equalsIgnoreCase(id)) {
            String detail = "it says that it is " + id + ", its record on the network says " + announced.get()
                    + "; search anew if it has moved";
            return CompletableFuture.failedFuture(new ControllerException(Reason.UNTRUSTED, link.who(), detail));
        }
        return keyRing.add(own, peer, link.who());
    }

    /** The accessory trusts us already, but we will not know it any more: it has to forget us as well. */
    private CompletionStage<Void> takeBack(PeerConnection link, ControllerKeys own, ControllerKeys.Peer peer) {
        return link.lead(
                        "/pair-verify",
                        () -> ControllerPairVerify.begin(own, peer, random),
                        ControllerFailures::ofVerify)
                .thenCompose(keys -> {
                    link.secure(keys);
                    return link.lead(
                            "/pairings", () -> ControllerPairings.remove(own.id()), ControllerFailures::ofPairings);
                })
                .handle((removed, failure) -> {
                    if (failure != null) {
                        LOG.warn("{} is paired, but its key was not kept: reset it", link.who());
                    }
                    return null;
                });
    }
}
