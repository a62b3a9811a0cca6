// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.api.transport.SessionKeys;
import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import io.latchkey.pairing.ControllerPairVerify;
import io.latchkey.pairing.Conversation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * How requests are cut into frames and segments makes no difference, and a frame that can't be believed ends the session
 * without a byte.
 */
@OverTheWire
@Order(ConformanceOrder.FRAMING)
class FramingConformance {
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final byte[] ACCESSORIES = Requests.get("/accessories");
    private static final byte[] M4 = {0x06, 0x01, 0x04};
    /** More than any server keeps open by default. */
    private static final int MANY_SESSIONS = 80;

    /** Asking for the patient peers starts them. */
    @BeforeAll
    static void startPatientPeers(PatientPeers peers) {}

    @Test
    @DisplayName("B29 A request is served whatever its length is against the 1,024 bytes of a frame")
    void lengthsAroundOneFrame(Server server) throws IOException {
        String on = server.home().on();
        try (WireClient session = server.admin()) {
            for (int length : new int[] {1023, 1024, 1025, 2047, 2048, 2049}) {
                session.wire().send(Requests.get("/characteristics?id=" + on, length));
                Expect.status(session.wire().answer(), "A request of " + length + " bytes in full frames", 200);
            }
        }
    }

    @Test
    @DisplayName("B29 A request is served whatever the size of its frames is")
    void sizesOfFrames(Server server) throws IOException {
        String on = server.home().on();
        try (WireClient session = server.admin()) {
            for (int size : new int[] {1, 2, 1023, 1024}) {
                byte[] request = Requests.get("/characteristics?id=" + on, 1100);
                session.wire().sendRaw(session.wire().seal(request, size));
                Expect.status(session.wire().answer(), "A request in frames of " + size + " bytes", 200);
            }
        }
    }

    @Test
    @DisplayName("B29 A write of 64 KiB is served, or refused with 413 by who doesn't want so much")
    void longBody(Server server) throws IOException {
        String body = Requests.write(server.home().on(), "ev", "false");
        try (WireClient session = server.admin()) {
            byte[] request = Requests.put("/characteristics", body + " ".repeat((64 << 10) - body.length()));
            OddOutcome outcome = OddOutcome.of(session.wire(), session.wire().seal(request));
            boolean refused = !server.isLatchkey() && outcome.closed();
            Expect.that(
                    outcome.isStatus(204) || refused, "A write with 64 KiB of body", "204, or 413 and closed", outcome);
        }
    }

    @Test
    @DisplayName("B30 A request that arrives byte by byte is answered")
    void byteByByte(Server server) throws IOException {
        try (WireClient session = server.admin()) {
            trickle(session.wire(), session.wire().seal(ACCESSORIES));
            Expect.status(session.wire().answer(), "GET /accessories in frames, byte by byte", 200);
        }
    }

    @Test
    @DisplayName("B30 A plain request that arrives byte by byte is answered")
    void plainByteByByte(Server server) throws IOException {
        try (WireClient connection = server.open()) {
            trickle(connection.wire(), ACCESSORIES);
            WireMessage answer = connection.wire().answer();
            Expect.status(answer, "GET /accessories before verifying, byte by byte", 470);
        }
    }

    @Test
    @DisplayName("B31 Many frames in one read, longer and shorter ones, are all served in their order")
    void risingAndFallingSizes(Server server) throws IOException {
        String on = server.home().on();
        try (WireClient session = server.admin()) {
            ByteArrayOutputStream frames = new ByteArrayOutputStream();
            for (int i = 0; i < 3; i++) {
                hill(session.wire(), Requests.get("/characteristics?id=" + on, 1500), frames);
            }
            session.wire().sendRaw(frames.toByteArray());
            for (int i = 1; i <= 3; i++) {
                Expect.status(
                        session.wire().answer(), "Request " + i + " of 3 in frames of rising and falling sizes", 200);
            }
        }
    }

    @Test
    @DisplayName("B32 A frame that a TCP segment cuts after any of its bytes is waited for")
    void splitFrame(Server server) throws IOException {
        try (WireClient session = server.admin()) {
            byte[] request = Requests.get("/accessories");
            int last = request.length + 17;
            for (int cut : new int[] {1, 2, 3, request.length, request.length + 2, request.length + 3, last}) {
                byte[] frame = session.wire().seal(request);
                String done = "A frame of " + frame.length + " bytes cut after byte " + cut;
                session.wire().sendRaw(Arrays.copyOf(frame, cut));
                Expect.that(session.wire().isSilentFor(MOMENT), done, "nothing before its second part", "a byte");
                session.wire().sendRaw(Arrays.copyOfRange(frame, cut, frame.length));
                Expect.status(session.wire().answer(), done, 200);
            }
        }
    }

    @Test
    @DisplayName("B33 A frame that announces more than 1,024 bytes ends the session")
    void announcedLength(Server server) throws IOException {
        for (byte[] header : new byte[][] {{0x01, 0x04}, {0x00, 0x08}, {(byte) 0xff, (byte) 0xff}}) {
            try (WireClient session = server.admin()) {
                int length = (header[0] & 0xff) | (header[1] & 0xff) << 8;
                OddOutcome.of(session.wire(), header)
                        .mustBeSilentlyClosed("A frame that announces " + length + " bytes");
            }
        }
    }

    @Test
    @DisplayName("B33 A whole frame of more than 1,024 bytes ends the session, also with a right tag")
    void wholeLongFrame(Server server) throws IOException {
        for (int length : new int[] {1025, 5000}) {
            try (WireClient session = server.open()) {
                SessionKeys keys = verify(server, session);
                byte[] frame = JdkFrames.seal(keys.controllerToAccessory(), 0, Requests.get("/accessories", length));
                OddOutcome.of(session.wire(), frame)
                        .mustBeSilentlyClosed("A request in one frame of " + length + " bytes with a right tag");
            }
        }
    }

    @Test
    @DisplayName("B34 A frame without content yields nothing, and its counter counts")
    void emptyFrame(Server server) throws IOException {
        try (WireClient session = server.admin()) {
            HapWire wire = session.wire();
            wire.sendRaw(wire.sealEmpty());
            Expect.that(wire.isSilentFor(MOMENT), "A frame without content", "nothing", "a byte");
            byte[] start = wire.seal(Arrays.copyOf(ACCESSORIES, 10));
            byte[] nothing = wire.sealEmpty();
            byte[] end = wire.seal(Arrays.copyOfRange(ACCESSORIES, 10, ACCESSORIES.length));
            wire.sendRaw(Requests.join(start, nothing, end));
            Expect.status(wire.answer(), "A request with an empty frame in its middle", 200);
        }
    }

    @Test
    @DisplayName("B35 A frame that comes a second time ends the session without a byte")
    void replayedFrame(Server server) throws IOException {
        try (WireClient session = server.admin()) {
            byte[] frame = session.wire().seal(ACCESSORIES);
            session.wire().sendRaw(frame);
            Expect.status(session.wire().answer(), "GET /accessories", 200);
            OddOutcome.of(session.wire(), frame).mustBeSilentlyClosed("The same frame once more");
        }
    }

    @Test
    @DisplayName("B35 A frame that skips a count ends the session without a byte")
    void skippedFrame(Server server) throws IOException {
        try (WireClient session = server.admin()) {
            session.wire().seal(ACCESSORIES);
            OddOutcome.of(session.wire(), session.wire().seal(ACCESSORIES))
                    .mustBeSilentlyClosed("The second frame without the first");
        }
    }

    @Test
    @DisplayName("B36 Plain bytes in a secured session end it without an answer")
    void plainInSecuredSession(Server server) throws IOException {
        try (WireClient session = server.admin()) {
            Expect.status(session.get("/accessories"), "GET /accessories", 200);
            OddOutcome.of(session.wire(), ACCESSORIES).mustBeSilentlyClosed("A plain request in a secured session");
        }
    }

    @Test
    @DisplayName("B36 Plain bytes right behind the last message of pair-verify are never served")
    void plainBehindVerify(Server server) throws IOException {
        try (WireClient session = server.open()) {
            session.wire().sendRaw(Requests.join(thirdMessage(server, session).http(), ACCESSORIES));
            Expect.status(session.wire().answer(), "The third message of pair-verify and a plain request", 200);
            OddOutcome.of(session.wire()).mustBeSilentlyClosed("The plain request behind the third message");
        }
    }

    @Test
    @DisplayName("B37 The last answer of pair-verify leaves in clear, and everything after it in frames")
    void fourthMessageInClear(Server server) throws IOException {
        try (WireClient session = server.admin()) {
            Expect.that(session.wire().isSilentFor(MOMENT), "Pair-verify and nothing else", "silence", "a byte");
            Expect.status(session.get("/accessories"), "The first encrypted request", 200);
        }
    }

    @Test
    @DisplayName("B38 A first encrypted request in the same segment as the end of pair-verify is served")
    void requestBehindVerify(Server server) throws IOException {
        try (WireClient session = server.open()) {
            ThirdMessage third = thirdMessage(server, session);
            byte[] frame = JdkFrames.seal(third.keys().controllerToAccessory(), 0, ACCESSORIES);
            session.wire().sendRaw(Requests.join(third.http(), frame));
            Expect.status(session.wire().answer(), "The third message of pair-verify and a frame", 200);
            session.wire().secure(third.keys());
            Expect.status(session.wire().answer(), "The frame behind the third message of pair-verify", 200);
        }
    }

    @Test
    @DisplayName("B40 A wrong tag, ciphertext or length ends the session without a byte")
    void forgedFrame(Server server) throws IOException {
        for (int at : new int[] {0, 2, 20, ACCESSORIES.length + 2, ACCESSORIES.length + 17}) {
            try (WireClient session = server.admin()) {
                byte[] frame = session.wire().seal(ACCESSORIES);
                frame[at] ^= 1;
                byte[] more = new byte[] {0, 0, 0};
                OddOutcome.of(session.wire(), Requests.join(frame, more))
                        .mustBeSilentlyClosed("A frame with byte " + at + " changed");
            }
        }
    }

    @Test
    @DisplayName("B40 Sessions that end by a wrong tag leave their place to others and do them no harm")
    void forgedFramesFreeTheirPlace(Server server) throws IOException {
        try (WireClient witness = server.admin()) {
            for (int i = 0; i < MANY_SESSIONS; i++) {
                try (WireClient session = server.admin()) {
                    byte[] frame = session.wire().seal(ACCESSORIES);
                    frame[frame.length - 1] ^= 1;
                    OddOutcome.of(session.wire(), frame).mustBeSilentlyClosed("Forged frame " + i);
                }
            }
            Expect.status(witness.get("/accessories"), MANY_SESSIONS + " forged sessions, then one that lives on", 200);
        }
    }

    /** Leaves a moment behind each byte, so that most of them are read alone. */
    private static void trickle(HapWire wire, byte[] bytes) throws IOException {
        for (byte each : bytes) {
            wire.sendRaw(new byte[] {each});
            wire.isSilentFor(Duration.ofMillis(2));
        }
    }

    /** Frames of 1, 2, 4 … bytes up to 512 and down again. */
    private static void hill(HapWire wire, byte[] request, ByteArrayOutputStream frames) {
        int at = 0;
        for (int step = 0; at < request.length; step++) {
            int size = 1 << (step < 10 ? step : Math.max(0, 18 - step));
            int end = Math.min(request.length, at + size);
            frames.writeBytes(wire.seal(Arrays.copyOfRange(request, at, end)));
            at = end;
        }
    }

    private static SessionKeys verify(Server server, WireClient client) throws IOException {
        SessionKeys keys = client.lead("/pair-verify", begin(server));
        client.wire().secure(keys);
        return keys;
    }

    private static Conversation<SessionKeys> begin(Server server) throws IOException {
        return ControllerPairVerify.begin(server.adminKeys(), server.paired(), new SecureRandom());
    }

    /** Leads pair-verify to where its third message is to be sent; the keys are known before the answer to it. */
    private static ThirdMessage thirdMessage(Server server, WireClient client) throws IOException {
        Conversation.Send<SessionKeys> first = (Conversation.Send<SessionKeys>) begin(server);
        WireMessage second = client.post("/pair-verify", first.request());
        Conversation.Send<SessionKeys> third = (Conversation.Send<SessionKeys>) first.answered(second.body());
        SessionKeys keys = ((Conversation.Done<SessionKeys>) third.answered(M4)).result();
        return new ThirdMessage(HapWire.request("POST", "/pair-verify", WireClient.TLV, third.request()), keys);
    }

    private record ThirdMessage(byte[] http, SessionKeys keys) {}
}
