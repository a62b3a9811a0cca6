// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import static io.latchkey.pairing.PairingVectors.bytes;
import static io.latchkey.pairing.PairingVectors.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.gson.JsonObject;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Verifier;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.api.transport.SessionKeys;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Our controller against our accessory, from first contact to the last pairing removed, and with leading zeros. */
class ControllerAndAccessoryTest {
    private static final SetupCode CODE = SetupCode.of("031-45-154");

    private final SecureRandom random = new SeededRandom(4);
    private final ControllerKeys keys = Credentials.newControllerKeys(random);
    private final InMemoryBridge bridge = InMemoryBridge.fresh(CODE);
    private final List<byte[]> sent = new ArrayList<>();

    @Test
    void pairsVerifiesAddsListsAndLeaves() {
        ControllerKeys.Peer peer = done(ControllerPairSetup.begin(keys, CODE, random), this::setup);
        assertEquals(bridge.peer(), peer);
        SessionKeys session = done(ControllerPairVerify.begin(keys, peer, random), this::verify);
        assertArrayEquals(
                session.accessoryToController(), bridge.secured().keys().accessoryToController());
        assertArrayEquals(
                session.controllerToAccessory(), bridge.secured().keys().controllerToAccessory());
        assertEquals(Optional.of(keys.id()), bridge.secured().controller());

        ControllerKeys hub = Credentials.newControllerKeys(random);
        Pairing added = new Pairing(hub.id(), Credentials.publicKey(hub), Permissions.REGULAR);
        assertEquals(added, done(ControllerPairings.add(added), this::pairings));
        Pairings listed = done(ControllerPairings.list(), this::pairings);
        assertEquals(bridge.pairings, listed);
        assertEquals(2, listed.pairings().size());
        done(ControllerPairVerify.begin(hub, peer, random), this::verify);

        assertEquals(keys.id(), done(ControllerPairings.remove(keys.id()), this::pairings));
        Effect.PairingsChanged left = (Effect.PairingsChanged) bridge.effects.get(bridge.effects.size() - 1);
        assertEquals(new Effect.PairingsChanged(Pairings.NONE, Set.of(keys.id(), hub.id())), left);
        assertFailed(PairingFailure.AUTHENTICATION, ControllerPairVerify.begin(hub, peer, random), this::verify);
    }

    @Test
    void aWrongCodeFailsAndIsCounted() {
        SetupCode wrong = SetupCode.of("031-45-155");
        assertFailed(PairingFailure.AUTHENTICATION, ControllerPairSetup.begin(keys, wrong, random), this::setup);
        assertEquals(1, bridge.failedAttempts);
        done(ControllerPairSetup.begin(keys, CODE, random), this::setup);
        assertEquals(0, bridge.failedAttempts);
        assertFailed(PairingFailure.UNAVAILABLE, ControllerPairSetup.begin(keys, CODE, random), this::setup);
    }

    @Test
    void aForeignDeviceIdIsSignedAsItIsWritten() {
        AccessoryIdentity foreign = Credentials.identity(DeviceId.foreign("ab:cd:ef:01:23:45"), new byte[32]);
        InMemoryBridge imported = new InMemoryBridge(foreign, bridge.verifier, random);
        ControllerKeys.Peer peer = done(
                ControllerPairSetup.begin(keys, CODE, random),
                body -> imported.setup(body).body());
        assertEquals(foreign.deviceId(), peer.accessory());
        done(
                ControllerPairVerify.begin(keys, peer, random),
                body -> imported.verify(body).body());
    }

    @Test
    void aLeadingZeroInTheSecretStartsOnceMore() {
        JsonObject zero = vector("S-leading-zero");
        InMemoryBridge meets = new InMemoryBridge(
                bridge.identity, verifier(zero), new PreparedRandom(bytes(zero, "b"), ordinary("b")));
        SecureRandom draws = new PreparedRandom(bytes(zero, "a"), ordinary("a"));
        done(
                ControllerPairSetup.begin(keys, CODE, draws),
                body -> meets.setup(body).body());
        assertEquals(List.of("000100060101", "000100060101", "0601", "0601"), beginnings());
        assertEquals(0, meets.failedAttempts);
    }

    @Test
    void aSecondLeadingZeroIsTakenAsItIs() {
        JsonObject zero = vector("S-leading-zero");
        byte[] b = bytes(zero, "b");
        byte[] a = bytes(zero, "a");
        InMemoryBridge meets = new InMemoryBridge(bridge.identity, verifier(zero), new PreparedRandom(b, b));
        done(
                ControllerPairSetup.begin(keys, CODE, new PreparedRandom(a, a)),
                body -> meets.setup(body).body());
        assertEquals(4, sent.size());
    }

    @Test
    void aLeadingZeroInTheAccessorysKeyStartsOnceMore() {
        JsonObject zero = vector("B-leading-zero");
        byte[] m2 = Protocol.message(2)
                .bytes(PairingTlv.PUBLIC_KEY, bytes(zero, "B_on_wire_ADK"))
                .bytes(PairingTlv.SALT, bytes(zero, "salt"))
                .build()
                .bytes();
        byte[] a = bytes(zero, "a");
        var m1 = (Conversation.Send<?>) ControllerPairSetup.begin(keys, CODE, new PreparedRandom(a, a));
        var again = (Conversation.Send<?>) m1.answered(m2);
        assertArrayEquals(m1.request(), again.request());
        assertEquals(List.of(false, true), List.of(m1.beginsAnew(), again.beginsAnew()));
        var m3 = (Conversation.Send<?>) again.answered(m2);
        Tlv8 proof = read(m3.request());
        assertArrayEquals(bytes(zero, "M1"), proof.find(PairingTlv.PROOF).orElseThrow());
        assertArrayEquals(bytes(zero, "A"), proof.find(PairingTlv.PUBLIC_KEY).orElseThrow());
    }

    private <R> R done(Conversation<R> conversation, UnaryOperator<byte[]> accessory) {
        Conversation.Done<?> done = assertInstanceOf(Conversation.Done.class, end(conversation, accessory));
        @SuppressWarnings("unchecked")
        R result = (R) done.result();
        return result;
    }

    private <R> void assertFailed(
            PairingFailure reason, Conversation<R> conversation, UnaryOperator<byte[]> accessory) {
        assertEquals(new Conversation.Failed<>(reason), end(conversation, accessory));
    }

    private <R> Conversation<R> end(Conversation<R> conversation, UnaryOperator<byte[]> accessory) {
        Conversation<R> step = conversation;
        while (step instanceof Conversation.Send<R> send) {
            sent.add(send.request());
            step = send.answered(accessory.apply(send.request()));
        }
        return step;
    }

    private byte[] setup(byte[] body) {
        return bridge.setup(body).body();
    }

    private byte[] verify(byte[] body) {
        return bridge.verify(body).body();
    }

    private byte[] pairings(byte[] body) {
        return bridge.pairings(keys.id(), body).body();
    }

    private List<String> beginnings() {
        return sent.stream()
                .map(HexFormat.of()::formatHex)
                .map(text -> text.startsWith("06") ? text.substring(0, 4) : text)
                .toList();
    }

    private static Verifier verifier(JsonObject v) {
        return new Verifier(bytes(v, "salt"), bytes(v, "v"));
    }

    private static byte[] ordinary(String field) {
        return bytes(vector("pair-setup-518-08-582"), field);
    }

    private static JsonObject vector(String name) {
        return PairingVectors.cases("srp.json", "cases")
                .filter(v -> text(v, "name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Tlv8 read(byte[] message) {
        try {
            return Tlv8.read(message);
        } catch (MalformedTlv8Exception e) {
            throw new AssertionError(e);
        }
    }
}
