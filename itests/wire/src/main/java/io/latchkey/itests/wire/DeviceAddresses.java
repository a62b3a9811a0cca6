// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where devices are that speak to a bridge on the loopback: each at an address of its own, as in a home. A bridge counts
 * for each address how many are not verified and how soon they begin to pair. Only IPv4 on Linux has many loopback
 * addresses; elsewhere all devices are at the one that the system picks. Safe for all threads.
 */
public final class DeviceAddresses {
    private static final byte LOOPBACK = 127;
    private static final byte UNNUMBERED = 1;
    private static final AtomicInteger LAST = new AtomicInteger();

    private DeviceAddresses() {}

    /**
     * The address of a device that is known by its number.
     *
     * @param number from 1 to 254, the last part of the address
     */
    public static Optional<InetAddress> of(int number, InetSocketAddress bridge) {
        return on(bridge, (byte) 0, (byte) 0, (byte) number);
    }

    /** The address of another device each time, for as long as there are some. */
    public static Optional<InetAddress> next(InetSocketAddress bridge) {
        int number = LAST.incrementAndGet();
        return on(bridge, UNNUMBERED, (byte) (number / 254), (byte) (number % 254 + 1));
    }

    private static Optional<InetAddress> on(InetSocketAddress bridge, byte second, byte third, byte fourth) {
        byte[] there = bridge.getAddress().getAddress();
        boolean many = System.getProperty("os.name").equals("Linux");
        if (there.length != 4 || there[0] != LOOPBACK || !many) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByAddress(new byte[] {LOOPBACK, second, third, fourth}));
        } catch (UnknownHostException never) {
            throw new AssertionError(never);
        }
    }
}
