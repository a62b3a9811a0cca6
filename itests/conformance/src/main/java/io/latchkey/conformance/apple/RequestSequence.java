// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import com.google.gson.JsonObject;
import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.model.HapStatus;
import io.latchkey.conformance.Bytes;
import io.latchkey.conformance.CharacteristicsReply;
import io.latchkey.conformance.Expect;
import io.latchkey.conformance.PairingAnswer;
import io.latchkey.conformance.Put;
import io.latchkey.conformance.RawPairSetup;
import io.latchkey.itests.home.Probe;
import io.latchkey.itests.wire.WireMessage;
import io.latchkey.pairing.PairingError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Single requests that no other sequence has: T15, T16, T20, T25, T26 and the hosts of T28. */
public final class RequestSequence {
    private static final int FIRST_OF_HOSTS = 31;

    private final AppleHome home;

    /** The requests in a home. */
    public RequestSequence(AppleHome home) {
        this.home = home;
    }

    /** T28: T6 with each in one session, and T1 from a device of its own for each, which a paired bridge refuses. */
    public void hosts() throws IOException {
        home.paired();
        List<String> hosts = hostNames();
        for (int i = 0; i < hosts.size(); i++) {
            try (AppleConnection phone = home.open(AppleDevice.of(FIRST_OF_HOSTS + i))) {
                byte[] request = withHost(AppleRequest.pairSetup(RawPairSetup.M1), hosts.get(i));
                String what = "T1 with the Host " + hosts.get(i);
                new PairingAnswer(what, expectOk(phone, request, what)).refused(2, PairingError.UNAVAILABLE);
            }
        }
        try (AppleConnection phone = home.verified(home.owner)) {
            List<String> values = phone.database().values();
            for (String host : hosts) {
                WireMessage answer =
                        expectOk(phone, withHost(AppleRequest.accessories(), host), "T6 with the Host " + host);
                AppleDatabase database = new AppleDatabase(answer.json().getAsJsonArray("accessories"));
                boolean same = database.values().equals(values);
                Expect.that(same, "T6 with the Host " + host, "the database", answer);
            }
        }
    }

    /** T15: 204, and no event comes of it. */
    public void doubled() throws IOException {
        home.paired();
        try (AppleConnection phone = home.verified(home.owner)) {
            String on = phone.database().lamps(1).get(0).on();
            phone.write(Put.events(on, true).andEvents(on, true));
        }
    }

    /** T16: 207 with -70406 for one, 0 for the other; and T20, where one of four fails. */
    public void withoutEvents() throws IOException {
        home.paired();
        try (AppleConnection phone = home.verified(home.owner)) {
            AppleDatabase database = phone.database();
            AppleDatabase.Lamp lamp = database.lamps(1).get(0);
            String firmware = database.firmwares().get(0);
            for (boolean wanted : new boolean[] {true, false}) {
                Put put = Put.events(lamp.on(), wanted).andEvents(firmware, wanted);
                CharacteristicsReply reply =
                        phone.reply(AppleRequest.write(put)).is(207);
                reply.says(firmware, HapStatus.NOTIFICATION_NOT_SUPPORTED).says(lamp.on(), HapStatus.SUCCESS);
            }
            Put scene = Put.value(lamp.on(), "0")
                    .andValue(firmware, "\"1\"")
                    .andValue(database.names().get(0), "1")
                    .andValue(lamp.brightness(), "60");
            List<String> ids = List.of(lamp.on(), firmware, database.names().get(0), lamp.brightness());
            phone.writeWithFailures(scene, ids);
            phone.read(database.values());
        }
    }

    /** T25; needs the test home. */
    public void writeResponse() throws IOException {
        home.paired();
        try (AppleConnection phone = home.verified(home.owner)) {
            String echo = phone.database().first(Probe.TEXT_RESPONSE.uuid());
            Put put = Put.value(echo, "\"ASQBAQ0CHAEQ\\/w==\"").withResponse();
            CharacteristicsReply reply =
                    phone.reply(AppleRequest.write(put)).is(207).says(echo, HapStatus.SUCCESS);
            JsonObject entry = reply.entry(echo);
            Expect.that(reply.entries().tell(echo, "\"ASQBAQ0CHAEQ/w==\""), "T25", "what was written", entry);
        }
    }

    /** T26 of an accessory that is no camera. */
    public void snapshot() throws IOException {
        home.paired();
        try (AppleConnection phone = home.verified(home.owner)) {
            AppleDatabase database = phone.database();
            long aid = database.bridged().get(0).get("aid").getAsLong();
            int status = phone.reply(AppleRequest.snapshot(aid)).message().status();
            Expect.that(status >= 200 && status < 500, "T26 of what is no camera", "an answer", status);
            phone.read(database.values());
        }
    }

    /** The instance names and other hosts that controllers have been seen with; an empty one is not from Apple. */
    private List<String> hostNames() {
        Stream<String> escaped = Stream.of(
                        home.name().text(),
                        "Latchkey",
                        "Blue Barn",
                        "Blue Barn 77E2",
                        "Blue Barn (2)",
                        "B\u00fcro",
                        "Peter's Hub",
                        "Lab V2.0",
                        "A\\B",
                        "\uD83D\uDE00",
                        "\u4e2d".repeat(21))
                .map(name -> new InstanceName(name).host());
        return Stream.concat(escaped, Stream.of("192.168.1.5:8080", "[fe80::1]:8080"))
                .toList();
    }

    private static byte[] withHost(AppleRequest request, String host) {
        InstanceName any = new InstanceName("X");
        byte[] body = request.body();
        String whole = new String(request.bytes(any), StandardCharsets.ISO_8859_1);
        String head = whole.substring(0, whole.length() - body.length);
        return Bytes.join(Bytes.of(head.replace(any.host(), host)), body);
    }

    private static WireMessage expectOk(AppleConnection phone, byte[] request, String what) throws IOException {
        phone.wire().send(request);
        return Expect.status(phone.wire().answer(), what, 200);
    }
}
