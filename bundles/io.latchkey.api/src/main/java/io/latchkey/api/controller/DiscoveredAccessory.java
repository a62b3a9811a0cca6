// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupHash;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * An accessory as its record on the network shows it (HAP specification R2 section 6.4). Anybody on the network can write
 * such a record: only pair-verify proves who it is.
 *
 * @param name the instance name
 * @param addresses where it can be reached, with its port; at least one
 * @param deviceId key {@code id}
 * @param model key {@code md}, perhaps empty
 * @param protocol key {@code pv}; {@code 1.0} where it is left out
 * @param configuration key {@code c#}: another number means that the accessories have another shape; 0 where it is missing
 * @param state key {@code s#}; 0 where it is missing
 * @param statusFlags key {@code sf}; 0 where it is missing
 * @param featureFlags key {@code ff}; 0 where it is left out
 * @param category key {@code ci}; empty when it is missing or has no meaning
 * @param setupHash key {@code sh}; empty when it is missing or malformed
 */
public record DiscoveredAccessory(
        String name,
        List<InetSocketAddress> addresses,
        DeviceId deviceId,
        String model,
        String protocol,
        long configuration,
        long state,
        int statusFlags,
        int featureFlags,
        Optional<AccessoryCategory> category,
        Optional<SetupHash> setupHash) {
    private static final int NOT_PAIRED = 1;
    private static final int PROBLEM = 4;

    /**
     * Keeps copies.
     *
     * @throws IllegalArgumentException when there is no address
     */
    public DiscoveredAccessory {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("an accessory without an address can't be reached");
        }
    }

    /** Whether some controller is paired with it; then it can't be paired with. */
    public boolean isPaired() {
        return (statusFlags & NOT_PAIRED) == 0;
    }

    /** Whether it says that something is wrong with it. */
    public boolean hasProblem() {
        return (statusFlags & PROBLEM) != 0;
    }
}
