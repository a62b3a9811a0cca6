// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import static io.latchkey.pairing.PairingVectors.bytes;
import static io.latchkey.pairing.PairingVectors.hex;
import static io.latchkey.pairing.Transcript.assertBadRequest;
import static io.latchkey.pairing.Transcript.assertBody;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Verifier;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.api.transport.SessionKeys;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pair-setup with the flags Transient and Split, alone and together. */
class PairSetupFlagsTest {
    private static final SetupCode CODE = SetupCode.of("518-08-582");
    private static final byte[] NO_SAVED_VERIFIER = hex("060102070102");

    private final JsonObject flags = PairingVectors.load("pair-setup.json").getAsJsonObject("flags_M1_examples");
    private final SecureRandom random = new SeededRandom(3);
    private final InMemoryBridge bridge = InMemoryBridge.fresh(CODE);

    @Test
    void aTransientSessionIsSecuredWithoutAPairing() {
        Conversation.Send<?> m1 = (Conversation.Send<?>) ControllerPairSetup.beginTransient(CODE, random);
        assertArrayEquals(bytes(flags, "transient_only"), m1.request());
        byte[] m2 = bridge.setup(m1.request()).body();
        assertEquals(Optional.empty(), flagsOf(m2));
        Conversation.Send<?> m3 = (Conversation.Send<?>) m1.answered(m2);
        Conversation<?> done = m3.answered(bridge.setup(m3.request()).body());
        SessionKeys keys =
                (SessionKeys) assertInstanceOf(Conversation.Done.class, done).result();
        assertSecured(keys);
        assertFalse(bridge.setup.isBusy());
        assertEquals(0, bridge.pairings.pairings().size());
    }

    @Test
    void aTransientSessionGetsTheKeysOfTheProtocol() {
        Transcript transcript = new Transcript("pair-setup.json");
        byte[] srpKey = bytes(transcript.file.getAsJsonObject("srp"), "K");
        InMemoryBridge recorded = new InMemoryBridge(
                transcript.identity(), transcript.verifier(), new PreparedRandom(transcript.fixed("srp_b")));
        recorded.setup(bytes(flags, "transient_only"));
        assertBody(transcript.message("M4"), recorded.setup(transcript.message("M3")));
        SessionKeys expected = KeySchedule.transientSession(srpKey);
        assertArrayEquals(
                expected.accessoryToController(), recorded.secured().keys().accessoryToController());
        assertBadRequest(recorded.setup(transcript.message("M5")));
    }

    @Test
    void splitAloneNeedsASavedVerifier() {
        assertBody(NO_SAVED_VERIFIER, bridge.setup(bytes(flags, "split_only")));
        finish("transient_only");
        assertBody(NO_SAVED_VERIFIER, bridge.setup(bytes(flags, "split_only")));
        assertFalse(bridge.setup.isBusy());
    }

    @Test
    void splitReusesTheVerifierOfTheTransientSession() {
        Verifier first = bridge.verifier;
        byte[] m2 = finish("transient_split");
        assertArrayEquals(hex("10000001"), flagsOf(m2).orElseThrow());
        bridge.verifier = Credentials.verifier(CODE, random);
        byte[] second = bridge.setup(bytes(flags, "split_only")).body();
        assertArrayEquals(hex("00000001"), flagsOf(second).orElseThrow());
        assertArrayEquals(first.salt(), salt(second));
        Conversation.Send<?> m3 = proofOf(second);
        Conversation.Send<?> m5 =
                (Conversation.Send<?>) m3.answered(bridge.setup(m3.request()).body());
        assertInstanceOf(
                Conversation.Done.class, m5.answered(bridge.setup(m5.request()).body()));
        assertEquals(1, bridge.pairings.pairings().size());
        assertFalse(bridge.setup.isBusy());
        assertTrue(bridge.setup.saved().isPresent());
    }

    @Test
    void anOrdinaryAttemptForgetsTheSavedVerifier() {
        finish("transient_split");
        byte[] m2 = bridge.setup(hex("000100060101")).body();
        assertEquals(Optional.empty(), flagsOf(m2));
        assertBody(NO_SAVED_VERIFIER, bridge.setup(bytes(flags, "split_only")));
    }

    @Test
    void theSavedVerifierOutlivesNewBeginnings() {
        finish("transient_split");
        assertEquals(200, bridge.setup("one", bytes(flags, "split_only")).status());
        byte[] again = bridge.setup("one", bytes(flags, "split_only")).body();
        assertArrayEquals(hex("00000001"), flagsOf(again).orElseThrow());
        byte[] taken = bridge.setup("two", bytes(flags, "split_only")).body();
        assertArrayEquals(hex("00000001"), flagsOf(taken).orElseThrow());
    }

    @Test
    void flagsCountForMethodZeroOnly() {
        byte[] m2 = bridge.setup(hex("000101060101130410000001")).body();
        assertEquals(Optional.empty(), flagsOf(m2));
        Conversation.Send<?> m3 = proofOf(m2);
        bridge.setup(m3.request());
        assertEquals(0, bridge.effects.size());
        assertEquals("PairSetupState[busy]", bridge.setup.toString());
    }

    @Test
    void flagsOfUpToFourBytesAreRead() {
        assertEquals(
                Optional.empty(), flagsOf(bridge.setup(hex("0001000601011300")).body()));
        assertEquals(
                Optional.empty(),
                flagsOf(bridge.setup(hex("000100060101130300000f")).body()));
        assertBadRequest(bridge.setup(hex("00010006010113050000000001")));
        assertFalse(bridge.setup.isBusy());
    }

    private byte[] finish(String name) {
        byte[] m2 = bridge.setup(bytes(flags, name)).body();
        Conversation.Send<?> m3 = proofOf(m2);
        assertEquals(200, bridge.setup(m3.request()).status());
        return m2;
    }

    private Conversation.Send<?> proofOf(byte[] m2) {
        ControllerKeys keys = Credentials.newControllerKeys(random);
        Conversation.Send<?> m1 = (Conversation.Send<?>) ControllerPairSetup.begin(keys, CODE, random);
        return (Conversation.Send<?>) m1.answered(m2);
    }

    private void assertSecured(SessionKeys keys) {
        Effect.Secured secured = bridge.secured();
        assertEquals(Optional.empty(), secured.controller());
        assertArrayEquals(keys.accessoryToController(), secured.keys().accessoryToController());
        assertArrayEquals(keys.controllerToAccessory(), secured.keys().controllerToAccessory());
    }

    private static Optional<byte[]> flagsOf(byte[] m2) {
        return read(m2).find(PairingTlv.FLAGS);
    }

    private static byte[] salt(byte[] m2) {
        return read(m2).find(PairingTlv.SALT).orElseThrow();
    }

    private static Tlv8 read(byte[] message) {
        try {
            return Tlv8.read(message);
        } catch (MalformedTlv8Exception e) {
            throw new AssertionError(e);
        }
    }
}
