// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.discovery.Advertised;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.discovery.Advertiser;
import java.net.InetAddress;

/** Announces nothing: for a bridge that isn't to be announced, which never asks. */
final class SilentAdvertiser implements Advertiser {
    @Override
    public Advertised advertise(Advertisement what, InetAddress boundTo) {
        throw new IllegalStateException("a shadow bridge is announced nowhere");
    }
}
