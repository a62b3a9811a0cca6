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
        Bridge bridge = Stages.setup(stage);
        Stages.check(bridge.setup(first));
        Stages.check(bridge.setup(second));
        assertTrue(bridge.pairings.pairings().isEmpty());
        assertFalse(bridge.effects.stream().anyMatch(effect -> effect instanceof Effect.Secured));
    }

    @Property(tries = 150)
    void pairVerifyGivesNothingAway(@ForAll @IntRange(max = 1) int stage, @ForAll("messages") byte[] message) {
        Bridge bridge = Stages.verify(stage);
        Stages.check(bridge.verify(message));
        assertTrue(bridge.effects.isEmpty());
    }

    @Property(tries = 300)
    void aFlippedBitNeverPairs(@ForAll Random random) {
        Bridge bridge = Stages.setup(2);
        Stages.check(bridge.setup(flipped(Stages.recorded(true, "M5"), random)));
        assertTrue(bridge.pairings.pairings().isEmpty());
    }

    @Property(tries = 300)
    void aFlippedBitNeverVerifies(@ForAll Random random) {
        Bridge bridge = Stages.verify(1);
        Stages.check(bridge.verify(flipped(Stages.recorded(false, "M3"), random)));
        assertTrue(bridge.effects.isEmpty());
    }

    @Property(tries = 300)
    void pairingsKeepAnAdministratorOrNobody(@ForAll("messages") byte[] message) {
        Bridge bridge = Stages.verify(0);
        Stages.check(bridge.pairings(Stages.administrator(), message));
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
