// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.model.CharacteristicId;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One accessory that we are paired with, bridge or not, over one verified connection. A connection that ends or times out
 * is never used again: after a while that grows from one second to a minute another one is made, verified anew, and gets
 * the subscriptions of the one before. An accessory that has gone without a word, as after a power cut, is noticed within a
 * minute: one that says nothing for long is asked for its firmware revision.
 *
 * <p>May be called from any thread and never waits. What is asked while a connection is being made waits for it; between
 * two attempts everything fails with the cause of the last one. Requests leave in the order of the calls. Stages fail with
 * a {@link ControllerException} and complete on threads that others need too.
 */
@ProviderType
public interface AccessoryClient extends AutoCloseable {

    /** Whose client this is. */
    DeviceId accessory();

    /** Where the next connection is made to. */
    InetSocketAddress address();

    /** Tells where the accessory is now, as its record on the network says. A connection that is open stays. */
    void moved(InetSocketAddress now);

    /** Done when there is a verified connection; fails when the attempt under way does, or the last one has. */
    CompletionStage<Void> connected();

    /** All accessories behind this one, with the values that they have now. */
    CompletionStage<List<AccessoryDescription>> accessories();

    /**
     * Reads characteristics.
     *
     * @param ids one or more
     * @param options what to tell besides the value
     * @return as answered: usually one report for each id, in this order; some accessories leave out what they don't have
     */
    CompletionStage<List<CharacteristicReport>> read(List<CharacteristicId> ids, ReadOption... options);

    /**
     * Writes characteristics. Each has a fate of its own: a status in its report that is no success fails nothing else.
     * Subscriptions made here are not made again on the next connection: for these there is {@link #subscribe}.
     *
     * @param writes one or more
     * @return a report for each write; with a value where a write response was asked for
     */
    CompletionStage<List<CharacteristicReport>> write(List<CharacteristicWrite> writes);

    /**
     * Writes what was prepared before.
     *
     * @param pid the number given to {@link #prepare}
     */
    CompletionStage<List<CharacteristicReport>> write(List<CharacteristicWrite> writes, long pid);

    /**
     * Announces a timed write on this connection; at some accessories a later one replaces it (HAP specification R2 section
     * 6.7.2.4).
     *
     * @param pid any number, read as unsigned
     * @param time how long after the answer the write is still taken, at least one millisecond
     */
    CompletionStage<Void> prepare(long pid, Duration time);

    /**
     * Writes by a timed write: prepares it and writes right after that, with nothing of this client in between.
     *
     * @param time how long the accessory may take the write, at least one millisecond
     */
    CompletionStage<List<CharacteristicReport>> writeTimed(List<CharacteristicWrite> writes, Duration time);

    /**
     * Subscribes to the events of characteristics, on this connection and on those after it.
     *
     * @param ids one or more
     * @return a report for each; what has another status than success is not subscribed
     */
    CompletionStage<List<CharacteristicReport>> subscribe(Collection<CharacteristicId> ids);

    /**
     * Ends subscriptions. Without a connection nothing has to be said to the accessory.
     *
     * @param ids one or more
     * @return a report for each
     */
    CompletionStage<List<CharacteristicReport>> unsubscribe(Collection<CharacteristicId> ids);

    /** All pairings of the accessory; only an administrator may see them. */
    CompletionStage<List<Pairing>> pairings();

    /** Adds the pairing of another controller, or changes what it may do; only an administrator may. */
    CompletionStage<Void> addPairing(Pairing pairing);

    /** Removes the pairing of a controller; only an administrator may. For our own it does what {@link #unpair} does. */
    CompletionStage<Void> removePairing(ControllerId controller);

    /**
     * Gets a picture of a camera.
     *
     * @return a JPEG file
     */
    CompletionStage<byte[]> snapshot(SnapshotRequest request);

    /**
     * Removes our own pairing from the accessory, forgets it here and closes this client. When the accessory can't be
     * reached, nothing is forgotten: see {@link AccessoryClients#forget}.
     */
    CompletionStage<Void> unpair();

    /** Closes the connection for good; what waits fails. The pairing stays. May be repeated; never throws. */
    @Override
    void close();
}
