// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The controller's end of a session: one connection to one accessory, never replaced by another behind the caller's back,
 * because keys and subscriptions belong to it. Requests leave one after the other, each after the answer to the one before.
 * Safe for any thread; no method waits for the network.
 */
@ProviderType
public interface Connection extends AutoCloseable {

    /**
     * Sends a request when those before it are answered. When its answer doesn't come within the request time of the
     * {@link ConnectRequest}, counted from when it leaves, the order of answers is lost and the connection is closed.
     *
     * @return the answer, whatever its status but an interim one; fails with a {@link ConnectionException} when the
     *     connection closes before it has come, and at once when 64 requests wait already. It completes on a thread of the
     *     transport, in the order of the wire with what the {@link ConnectionListener} hears: what depends on it must not
     *     wait for anything
     */
    CompletionStage<Answer> send(Request request);

    /**
     * From the next byte in either direction on, everything is encrypted: to be called when the last answer of pair-verify
     * has come, before anything else is sent. Until then, nothing that the accessory sends behind an answer is looked at,
     * so it may be called on any thread and take its time.
     *
     * @throws IllegalStateException when a request waits for its answer, or the connection is secured already
     */
    void secure(SessionKeys keys);

    /** Whether everything is encrypted. */
    boolean isSecured();

    /** The accessory's address. */
    InetSocketAddress remote();

    /** The address of this end. */
    InetSocketAddress local();

    /** Whether the connection is open. */
    boolean isOpen();

    /** Closes the connection at once; requests that wait fail. May be repeated; never throws. */
    @Override
    void close();
}
