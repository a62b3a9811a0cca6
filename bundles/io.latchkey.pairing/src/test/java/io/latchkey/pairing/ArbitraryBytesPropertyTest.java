// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.tlv.Tlv8;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever bytes come, at whatever point: no exception, no pairing, no session, and always a reply of the right form. */
class ArbitraryBytesPropertyTest {

    @Property(tries = 150)
    void pairSetupGivesNothingAway(
            @ForAll @IntRange(max = 2) int stage, @ForAll("messages") byte[] first, @ForAll("messages") byte[] second) {
        InMemoryBridge bridge = TranscriptStages.setup(stage);
        TranscriptStages.check(bridge.setup(first));
        TranscriptStages.check(bridge.setup(second));
        assertTrue(bridge.pairings.pairings().isEmpty());
        assertFalse(bridge.effects.stream().anyMatch(effect -> effect instanceof Effect.Secured));
    }

    @Property(tries = 150)
    void pairVerifyGivesNothingAway(@ForAll @IntRange(max = 1) int stage, @ForAll("messages") byte[] message) {
        InMemoryBridge bridge = TranscriptStages.verify(stage);
        TranscriptStages.check(bridge.verify(message));
        assertTrue(bridge.effects.isEmpty());
    }

    @Property(tries = 300)
    void aFlippedBitNeverPairs(@ForAll Random random) {
        InMemoryBridge bridge = TranscriptStages.setup(2);
        TranscriptStages.check(bridge.setup(flipped(TranscriptStages.recorded(true, "M5"), random)));
        assertTrue(bridge.pairings.pairings().isEmpty());
    }

    @Property(tries = 300)
    void aFlippedBitNeverVerifies(@ForAll Random random) {
        InMemoryBridge bridge = TranscriptStages.verify(1);
        TranscriptStages.check(bridge.verify(flipped(TranscriptStages.recorded(false, "M3"), random)));
        assertTrue(bridge.effects.isEmpty());
    }

    @Property(tries = 300)
    void pairingsKeepAnAdministratorOrNobody(@ForAll("messages") byte[] message) {
        InMemoryBridge bridge = TranscriptStages.verify(0);
        TranscriptStages.check(bridge.pairings(TranscriptStages.administrator(), message));
        boolean administrated = bridge.pairings.pairings().stream().anyMatch(pairing -> pairing.isAdmin());
        assertEquals(!bridge.pairings.pairings().isEmpty(), administrated);
    }

    @Provide
    Arbitrary<byte[]> messages() {
        Arbitrary<Integer> types = Arbitraries.of(0, 1, 3, 4, 5, 6, 0x0a, 0x0b, 0x13);
        Arbitrary<byte[]> values = Arbitraries.oneOf(
                Arbitraries.of(new byte[] {1}, new byte[] {3}, new byte[] {4}, new byte[] {5}, new byte[0]),
                Arbitraries.of(new byte[32], new byte[64], new byte[384], new byte[120]),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(40));
        Arbitrary<Tlv8> items = Combinators.combine(types, values)
                .as((type, value) -> Tlv8.builder().bytes(type, value).build());
        Arbitrary<byte[]> lists = items.list().ofMaxSize(6).map(ArbitraryBytesPropertyTest::joined);
        return Arbitraries.oneOf(lists, Arbitraries.bytes().array(byte[].class).ofMaxSize(60));
    }

    private static byte[] joined(List<Tlv8> lists) {
        byte[] joined = new byte[0];
        for (Tlv8 list : lists) {
            byte[] next = list.bytes();
            joined = Arrays.copyOf(joined, joined.length + next.length);
            System.arraycopy(next, 0, joined, joined.length - next.length, next.length);
        }
        return joined;
    }

    private static byte[] flipped(byte[] message, Random random) {
        message[random.nextInt(message.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return message;
    }
}
