// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.discovery.Advertised;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.discovery.Advertiser;
import io.latchkey.api.identity.SetupHash;
import io.latchkey.server.internal.pairing.Trust;
import java.net.InetAddress;
import java.util.Optional;

/** The record of one bridge on the network, if it has one. Safe for all threads. */
final class Announcement {
    /** What kind of bridge ours is. */
    static final String MODEL = "Bridge";

    private final Advertiser advertiser;
    private Optional<Advertised> advertised = Optional.empty();
    private boolean ended;
    private InetAddress boundTo = InetAddress.getLoopbackAddress();

    Announcement(Advertiser advertiser) {
        this.advertiser = advertiser;
    }

    /** What the record is to say; empty when there is to be none. */
    static Optional<Advertisement> of(Settings now, Bridge.Inside inside, int port) {
        if (!now.mdns()) {
            return Optional.empty();
        }
        Trust trust = inside.trust();
        return Optional.of(new Advertisement(
                now.name(),
                port,
                trust.identity().deviceId(),
                MODEL,
                inside.configuration().configuration().number(),
                trust.isPaired(),
                false,
                now.category(),
                SetupHash.of(trust.setupId(), trust.identity().deviceId())));
    }

    /** Makes the record say that, if there is to be one. */
    synchronized void say(Optional<Advertisement> what, InetAddress address) {
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

    /** Takes the record back for good. */
    synchronized void end() {
        ended = true;
        withdraw();
    }

    private void withdraw() {
        advertised.ifPresent(Advertised::close);
        advertised = Optional.empty();
    }
}
