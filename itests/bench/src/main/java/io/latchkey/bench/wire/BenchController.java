// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.wire;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.pairing.ControllerPairVerify;
import io.latchkey.pairing.ControllerPairings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;

/** A controller that is, or is about to be, paired with one bridge. */
public final class BenchController {
    private static final ControllerId ID = new ControllerId("B8E0A1F2-4C5D-4E6F-8A9B-0C1D2E3F4A5B");

    private final SecureRandom random = new SecureRandom();
    private final Wire wire;
    private final InetSocketAddress address;
    private final ControllerKeys keys;
    private volatile ControllerKeys.Peer bridge;

    /** Makes its keys. */
    public BenchController(Wire wire, InetSocketAddress address) {
        this.wire = wire;
        this.address = address;
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        this.keys = new ControllerKeys(ID, seed, List.of());
    }

    /**
     * Pairs, over a connection that is closed then. Each time from another address: a bridge lets those of one begin once a
     * second, and is not to be measured waiting for that.
     */
    public void pair(SetupCode code) {
        try {
            bridge = WireClient.pair(Wire.BRIDGE, address, keys, code);
        } catch (IOException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /**
     * Pairs, and once more where that is refused, as HAP-NodeJS does now and then.
     *
     * @return whether the first attempt did
     */
    public boolean pairPatiently(SetupCode code) {
        try {
            pair(code);
            return true;
        } catch (IllegalStateException refused) {
            System.out.println("Trying again: " + refused.getMessage());
            pair(code);
            return false;
        }
    }

    /** Opens a session. */
    public BenchConnection verified() {
        BenchConnection line = wire.connect(address);
        verify(line);
        return line;
    }

    /** A plain connection. */
    public BenchConnection plain() {
        return wire.connect(address);
    }

    /** Makes a session of a plain connection. */
    public void verify(BenchConnection line) {
        line.secure(line.lead("/pair-verify", ControllerPairVerify.begin(keys, bridge, random)));
    }

    /** Ends the pairing. */
    public void unpair() {
        try (BenchConnection line = verified()) {
            line.lead("/pairings", ControllerPairings.remove(ID));
        }
    }
}
