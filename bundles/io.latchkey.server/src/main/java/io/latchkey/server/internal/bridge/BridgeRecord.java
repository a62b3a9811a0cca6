// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.discovery.Advertised;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.discovery.Advertiser;
import io.latchkey.api.identity.SetupHash;
import io.latchkey.server.internal.pairing.Trust;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The record of one bridge on the network, if it has one. Called in messages of the bridge only; nothing waits. */
final class BridgeRecord {
    /** What kind of bridge ours is. */
    static final String MODEL = "Bridge";

    private final Advertiser advertiser;
    private Optional<Advertised> advertised = Optional.empty();
    private boolean ended;
    private InetAddress boundTo = InetAddress.getLoopbackAddress();

    BridgeRecord(Advertiser advertiser) {
        this.advertiser = advertiser;
    }

    /** What the record is to say; empty when there is to be none. */
    static Optional<Advertisement> of(Settings now, LoadedBridge bridge, int port) {
        if (!now.mdns()) {
            return Optional.empty();
        }
        Trust trust = bridge.trust();
        return Optional.of(new Advertisement(
                now.name(),
                port,
                trust.identity().deviceId(),
                bridge.database().snapshot().model().orElse(MODEL),
                bridge.configuration().configuration().number(),
                trust.isPaired(),
                now.category(),
                SetupHash.of(trust.setupId(), trust.identity().deviceId())));
    }

    /** Makes the record say that, if there is to be one. */
    void say(Optional<Advertisement> what, InetAddress address) {
        if (what.isEmpty() || !address.equals(boundTo)) {
            withdraw();
        }
        boundTo = address;
        if (what.isEmpty() || ended) {
            return;
        }
        if (advertised.isPresent()) {
            advertised.get().update(what.get());
        } else {
            advertised = Optional.of(advertiser.advertise(what.get(), address));
        }
    }

    /** Begins to take the record back for good; ends when the goodbye was sent, which may be never. */
    CompletionStage<Void> end() {
        ended = true;
        return withdraw();
    }

    private CompletionStage<Void> withdraw() {
        CompletionStage<Void> gone =
                advertised.map(Advertised::withdraw).orElseGet(() -> CompletableFuture.completedFuture(null));
        advertised = Optional.empty();
        return gone;
    }
}
