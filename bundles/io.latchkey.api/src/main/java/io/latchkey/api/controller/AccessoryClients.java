// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

import io.latchkey.api.discovery.Browser.Browsing;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupCode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Our own HAP controller: one identity, any number of accessories. May be called from any thread and never waits. Stages
 * fail with a {@link ControllerException} and complete on threads that others need too: what takes time there belongs on
 * an executor of the caller's. When the bundle stops, everything is closed that came from here.
 */
@ProviderType
public interface AccessoryClients {

    /**
     * Begins to look for accessories, whoever made them.
     *
     * @param on a local address, or the any-local address for all interfaces that lead to a network
     * @param listener told of everything found, until the result is closed
     * @return the search; close it to end it
     */
    Browsing discover(InetAddress on, DiscoveryListener listener);

    /** The accessories that this controller is paired with. */
    CompletionStage<List<DeviceId>> paired();

    /**
     * Pairs with an accessory on a connection of its own (HAP specification R2 section 5.6). One that is busy is asked
     * again for a minute. One that calls itself by the Device ID of another, known by another key or by the record that a
     * search has found at the address, is not taken.
     *
     * @return its Device ID, once the pairing is on our disk; when it isn't taken or can't be put there, the accessory is
     *     asked to forget it too
     */
    default CompletionStage<DeviceId> pair(InetSocketAddress address, SetupCode code) {
        return pair(address, code, PairingMode.WHOLE);
    }

    /** Pairs as {@link #pair(InetSocketAddress, SetupCode)} does, in one procedure or in two. */
    CompletionStage<DeviceId> pair(InetSocketAddress address, SetupCode code, PairingMode mode);

    /**
     * Begins to pair before the setup code is known: an accessory with a display shows its code now. Meanwhile it refuses
     * other controllers.
     *
     * @return the attempt, which waits for the code for five minutes if the accessory has that patience
     */
    CompletionStage<PairingAttempt> startPairing(InetSocketAddress address);

    /** Lets an accessory show itself that nobody is paired with (HAP specification R2 section 6.7.6). */
    CompletionStage<Void> identify(InetSocketAddress address);

    /**
     * Forgets an accessory without telling it: for one that was reset or is gone for good. A client of it that is open
     * stays open until its connection ends. An accessory that is still there is left with
     * {@link AccessoryClient#unpair()}.
     */
    CompletionStage<Void> forget(DeviceId accessory);

    /** Opens a client with {@link TimeLimits#DEFAULT}. */
    default AccessoryClient open(DeviceId accessory, InetSocketAddress address, ClientListener listener) {
        return open(accessory, address, listener, TimeLimits.DEFAULT);
    }

    /**
     * Opens the one client of a paired accessory; it begins to connect at once and goes on until it is closed.
     *
     * @param address where it is now; {@link AccessoryClient#moved} tells another
     * @param listener told of connections and events
     * @throws IllegalStateException when a client of that accessory is open already, or this service has stopped
     */
    AccessoryClient open(DeviceId accessory, InetSocketAddress address, ClientListener listener, TimeLimits limits);

    /** A controller beside this one that nobody will remember; it is closed with this service at the latest. */
    TransientController inMemory();
}
