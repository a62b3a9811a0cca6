// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.conformance.CharacteristicsReply;
import io.latchkey.conformance.ConformanceWait;
import io.latchkey.conformance.Entries;
import io.latchkey.conformance.Expect;
import io.latchkey.conformance.PairingAnswer;
import io.latchkey.conformance.Put;
import io.latchkey.conformance.RawPairVerify;
import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One connection of a device: one request after the other, each sent in one write and the next one after the answer. What
 * no Apple controller would take fails the test. For one thread.
 */
final class AppleConnection implements AutoCloseable {
    /** How many bytes a full frame of plain text has on the wire: its length before, its tag behind. */
    private static final int FULL_FRAME = 2 + 1024 + 16;

    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(5);

    private final InstanceName bridge;
    private final HapWire wire;
    private Duration longest = Duration.ZERO;

    private AppleConnection(InstanceName bridge, HapWire wire) {
        this.bridge = bridge;
        this.wire = wire;
    }

    /** Opens a connection, not verified yet. */
    static AppleConnection open(InstanceName bridge, InetSocketAddress address, Optional<InetAddress> from)
            throws IOException {
        return open(bridge, address, from, 0);
    }

    /** The same for a device that will stop to read, with a receive buffer of that many bytes. */
    static AppleConnection open(
            InstanceName bridge, InetSocketAddress address, Optional<InetAddress> from, int receiveBuffer)
            throws IOException {
        return new AppleConnection(bridge, HapWire.connect(bridge, address, from, receiveBuffer));
    }

    /** T1 to T5 and T7 to T9: a pairing message. */
    PairingAnswer post(String what, AppleRequest request) throws IOException {
        return new PairingAnswer(what, exchange(request));
    }

    /** T4 and T5; from then on all is encrypted. */
    void verify(ControllerKeys keys, ControllerKeys.Peer peer) throws IOException {
        RawPairVerify.Agreement agreement = agree(peer);
        post("T5 of a controller that is paired", AppleRequest.pairVerify(agreement.m3(keys)))
                .accepted(4);
        wire.secure(agreement.sessionKeys());
    }

    /** T4, and T5 with keys that may be unknown; gives M4 without judging it. */
    PairingAnswer tryToVerify(ControllerKeys keys, ControllerKeys.Peer peer) throws IOException {
        return post(
                "T5 of a controller that isn't paired",
                AppleRequest.pairVerify(agree(peer).m3(keys)));
    }

    private RawPairVerify.Agreement agree(ControllerKeys.Peer peer) throws IOException {
        RawPairVerify verify = new RawPairVerify();
        PairingAnswer m2 = post("T4", AppleRequest.pairVerify(verify.m1()));
        try {
            return verify.agree(m2, peer);
        } catch (MalformedTlv8Exception malformed) {
            throw new AssertionError("M2 of pair-verify holds what is no TLV8", malformed);
        }
    }

    /** T6. */
    AppleDatabase database() throws IOException {
        AppleRequest request = AppleRequest.accessories();
        WireMessage answer = Expect.status(exchange(request), request.toString(), 200);
        return new AppleDatabase(answer.json().getAsJsonArray("accessories"));
    }

    /** T6, and T14 for each accessory: what a device does whenever it comes. No event comes of that. */
    AppleDatabase subscribeToAll() throws IOException {
        AppleDatabase database = database();
        for (Put subscription : database.subscriptions()) {
            write(subscription);
        }
        expectSilence("T14", BETWEEN_REQUESTS);
        return database;
    }

    /** T13 for each of these, one after the other. */
    void pollFirmwares(List<String> firmwares) throws IOException {
        for (String firmware : firmwares) {
            read(List.of(firmware));
            ConformanceWait.pass(BETWEEN_REQUESTS);
        }
    }

    /** T10 to T13: there must be as many objects as ids, each with a value. */
    Entries read(List<String> ids) throws IOException {
        AppleRequest request = AppleRequest.read(ids);
        Entries entries = reply(request).is(200).entries();
        expectAllOf(ids, request, entries);
        for (String id : ids) {
            Expect.that(!entries.value(id).isJsonNull(), request.toString(), "a value of " + id, entries.of(id));
        }
        return entries;
    }

    /** A read that finds these values. */
    void expectValues(Map<String, String> expected) throws IOException {
        Entries entries = read(List.copyOf(expected.keySet()));
        expected.forEach((id, value) ->
                Expect.that(entries.tell(id, value), "a read of " + id, "the value " + value, entries.of(id)));
    }

    /** A read of which some fail: a status in every object, and as many objects as ids. */
    Entries readWithFailures(List<String> ids) throws IOException {
        return withFailures(AppleRequest.read(ids), ids);
    }

    /** T14 to T24: 204 and no body. */
    void write(Put body) throws IOException {
        reply(AppleRequest.write(body)).isDone();
    }

    /** A write of which some fail: a status in every object, and as many objects as ids. */
    Entries writeWithFailures(Put body, List<String> ids) throws IOException {
        return withFailures(AppleRequest.write(body), ids);
    }

    /** T21 as it arrives over a bad link: a full frame, and the rest after a pause; gives nothing, the answer comes later. */
    void beginInSegments(Put body, Duration pause) throws IOException {
        byte[] sealed = wire.seal(AppleRequest.write(body).bytes(bridge));
        Expect.that(sealed.length > FULL_FRAME, "a long request", "more than one frame", sealed.length + " bytes");
        wire.sendRaw(Arrays.copyOf(sealed, FULL_FRAME));
        ConformanceWait.pass(pause);
        wire.sendRaw(Arrays.copyOfRange(sealed, FULL_FRAME, sealed.length));
    }

    /** Sends a request whose answer comes later. */
    void begin(AppleRequest request) throws IOException {
        wire.send(request.bytes(bridge));
    }

    /** The answer to what was begun. */
    CharacteristicsReply answer() throws IOException {
        return new CharacteristicsReply("a request that was begun", wire.answer());
    }

    /** T22. */
    void prepare(String pid) throws IOException {
        AppleRequest request = AppleRequest.prepare(pid);
        WireMessage answer = Expect.status(exchange(request), request.toString(), 200);
        int status = answer.json().get("status").getAsInt();
        Expect.that(status == 0, request.toString(), "status 0", answer.text());
    }

    CharacteristicsReply reply(AppleRequest request) throws IOException {
        return new CharacteristicsReply(request.toString(), exchange(request));
    }

    /** The next event message, if one comes in that time. */
    Optional<Entries> hear(Duration patience) throws IOException {
        return wire.event(patience).map(Entries::of);
    }

    /** Nothing is there and nothing comes in that time, neither an event nor the end. */
    void expectSilence(String after, Duration time) throws IOException {
        Optional<WireMessage> heard = wire.event(time);
        Expect.that(
                heard.isEmpty(), after, "no event", heard.map(WireMessage::text).orElse(""));
    }

    /** The bridge ends this connection within that time. */
    void expectEnd(String after, Duration patience) throws IOException {
        Expect.that(wire.isClosedWithin(patience), after, "the end of the connection", "none within " + patience);
    }

    /** How long an answer has taken at most. */
    Duration longest() {
        return longest;
    }

    HapWire wire() {
        return wire;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    private WireMessage exchange(AppleRequest request) throws IOException {
        long sent = System.nanoTime();
        begin(request);
        WireMessage answer = wire.answer();
        Duration taken = Duration.ofNanos(System.nanoTime() - sent);
        longest = taken.compareTo(longest) > 0 ? taken : longest;
        return answer;
    }

    private Entries withFailures(AppleRequest request, List<String> ids) throws IOException {
        Entries entries = reply(request).is(207).entries();
        expectAllOf(ids, request, entries);
        for (String id : ids) {
            Expect.that(entries.of(id).has("status"), request.toString(), "a status in every object", entries.of(id));
        }
        return entries;
    }

    private static void expectAllOf(List<String> ids, AppleRequest request, Entries entries) {
        Set<String> came = new TreeSet<>(entries.ids());
        boolean all = entries.ids().size() == ids.size() && came.equals(new TreeSet<>(ids));
        Expect.that(all, request.toString(), "an object for each of " + ids.size() + " ids", entries);
    }
}
