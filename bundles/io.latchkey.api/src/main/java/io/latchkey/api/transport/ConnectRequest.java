// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import io.latchkey.api.discovery.InstanceName;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Where to connect, and how long to wait.
 *
 * @param address of the accessory
 * @param name of its record, which requests are addressed to; where it isn't known they are addressed to the address
 * @param connectTime the longest time until the connection is made, more than zero
 * @param requestTime the longest time from a request's leaving to the last byte of its answer, more than zero
 * @param bodyLimit the longest body of an answer or event that is taken, in bytes, more than zero
 */
public record ConnectRequest(
        InetSocketAddress address,
        Optional<InstanceName> name,
        Duration connectTime,
        Duration requestTime,
        int bodyLimit) {

    /**
     * Keeps the wishes.
     *
     * @throws IllegalArgumentException when one is missing or out of its range
     */
    public ConnectRequest {
        if (address == null || address.isUnresolved() || address.getPort() == 0) {
            throw new IllegalArgumentException("no address of an accessory: " + address);
        }
        if (!isPositive(connectTime) || !isPositive(requestTime) || bodyLimit <= 0) {
            throw new IllegalArgumentException("times and limits of a connection must be more than zero");
        }
    }

    private static boolean isPositive(Duration time) {
        return time != null && !time.isNegative() && !time.isZero();
    }
}
