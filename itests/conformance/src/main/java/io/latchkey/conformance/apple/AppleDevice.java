// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.DeviceAddresses;
import io.latchkey.itests.wire.WireClient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * A phone, a tablet or a hub: the identity that it speaks with, which another device may share, and where it is. A device
 * is at an address of its own, 127.0.0.N, where the bridge is on the loopback by IPv4, which has many.
 */
final class AppleDevice {
    private final ControllerKeys keys;
    private final int number;

    private AppleDevice(ControllerKeys keys, int number) {
        this.keys = keys;
        this.number = number;
    }

    /**
     * A device with an identity of its own.
     *
     * @param number from 2 to 254, the last part of its address
     */
    static AppleDevice of(int number) {
        return new AppleDevice(WireClient.newKeys(String.format("7C1D2A90-4B6E-4F03-9A55-%012X", number)), number);
    }

    /** Another device with the same identity, as one person's devices have it. */
    AppleDevice another(int its) {
        return new AppleDevice(keys, its);
    }

    ControllerKeys keys() {
        return keys;
    }

    /** Its pairing, as a hub or a device of the owner's has it. */
    Pairing admin() {
        return WireClient.pairing(keys, Permissions.ADMIN);
    }

    /** Its pairing, as a guest's device has it. */
    Pairing guest() {
        return WireClient.pairing(keys, Permissions.REGULAR);
    }

    /** The address that it connects from; empty where the system picks it. */
    Optional<InetAddress> addressFor(InetSocketAddress bridge) {
        return DeviceAddresses.of(number, bridge);
    }
}
