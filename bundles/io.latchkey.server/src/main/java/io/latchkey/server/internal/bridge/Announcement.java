// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.discovery.Advertised;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.discovery.Advertiser;
import java.net.InetAddress;
import java.util.Optional;

/** The record of one bridge on the network, if it has one. Safe for all threads. */
final class Announcement {
    private final Advertiser advertiser;
    private Optional<Advertised> advertised = Optional.empty();
    private boolean ended;
    private InetAddress boundTo = InetAddress.getLoopbackAddress();

    Announcement(Advertiser advertiser) {
        this.advertiser = advertiser;
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
