// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.stranger;

import io.latchkey.conformance.RawPairSetup;
import io.latchkey.itests.wire.DeviceAddresses;
import io.latchkey.itests.wire.HapWire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What strangers do, each on one connection after the other. */
enum StrangerConduct {
    /** Ask for more than a connection holds, and read nothing. */
    READ_NOTHING(200, 20, 5, StrangerConduct::readNothing),
    /** The same, each from an address of its own. */
    READ_NOTHING_FROM_EVERYWHERE(200, 200, 5, StrangerConduct::readNothing),
    /** Connect and close, a thousand times a second. */
    COME_AND_GO(20, 20, 50, (wire, pause) -> {}),
    /** Send a head, a byte at a time. */
    SEND_SLOW_HEADS(200, 20, 5, (wire, pause) -> drip(HapWire.begin("GET", "/accessories") + "X: ", wire, pause)),
    /** Send the body of a pairing message, a byte at a time. */
    SEND_SLOW_BODIES(
            200,
            20,
            5,
            (wire, pause) -> drip(HapWire.begin("POST", "/pair-verify") + "Content-Length: 1000\r\n\r\n", wire, pause)),
    /** Begin to pair again and again, all from one address. */
    BEGIN_TO_PAIR_FROM_ONE_ADDRESS(4, 1, 200, StrangerConduct::beginToPair),
    /** Begin to pair again and again, from twenty addresses. */
    BEGIN_TO_PAIR_FROM_TWENTY_ADDRESSES(20, 20, 50, StrangerConduct::beginToPair);

    private static final int PIPELINED = 1100;
    private static final int SMALLEST = 1;
    private static final int FIRST_NUMBER = 30;

    private final int strangers;
    private final int addresses;
    private final int perSecond;
    private final Life life;

    /** What one does on a connection until it is closed, or until there is no pause any more. */
    @FunctionalInterface
    private interface Life {
        void live(HapWire wire, BooleanSupplier pause) throws IOException;
    }

    StrangerConduct(int strangers, int addresses, int perSecond, Life life) {
        this.strangers = strangers;
        this.addresses = addresses;
        this.perSecond = perSecond;
        this.life = life;
    }

    /** How many there are at once. */
    int strangers() {
        return strangers;
    }

    /** How often each does something in a second, at most. */
    int perSecond() {
        return perSecond;
    }

    /** Whether they want to pair, with a bridge that nobody has paired with. */
    boolean wantToPair() {
        return this == BEGIN_TO_PAIR_FROM_ONE_ADDRESS || this == BEGIN_TO_PAIR_FROM_TWENTY_ADDRESSES;
    }

    /** Connects one of them, from the address that it shares with some of the others. */
    HapWire connect(int stranger, InetSocketAddress bridge) throws IOException {
        Optional<InetAddress> from = DeviceAddresses.of(FIRST_NUMBER + stranger % addresses, bridge);
        return HapWire.connect(HapWire.BRIDGE, bridge, from, life == READ_NOTHING.life ? SMALLEST : 0);
    }

    /**
     * Does it on a connection.
     *
     * @param pause waits until it is this one's turn again; false when it is to end
     */
    void live(HapWire wire, BooleanSupplier pause) throws IOException {
        life.live(wire, pause);
    }

    private static void readNothing(HapWire wire, BooleanSupplier pause) throws IOException {
        byte[] request = HapWire.request("GET", "/accessories", "", new byte[0]);
        ByteArrayOutputStream requests = new ByteArrayOutputStream();
        for (int i = 0; i < PIPELINED; i++) {
            requests.writeBytes(request);
        }
        wire.sendRaw(requests.toByteArray());
        while (pause.getAsBoolean()) {
            wire.sendRaw(request);
        }
    }

    private static void drip(String begin, HapWire wire, BooleanSupplier pause) throws IOException {
        wire.sendRaw(begin.getBytes(StandardCharsets.US_ASCII));
        while (pause.getAsBoolean()) {
            wire.sendRaw(new byte[] {'x'});
        }
    }

    private static void beginToPair(HapWire wire, BooleanSupplier pause) throws IOException {
        while (pause.getAsBoolean()) {
            wire.exchange("POST", "/pair-setup", "application/pairing+tlv8", RawPairSetup.M1);
        }
    }
}
