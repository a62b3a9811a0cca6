// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.tlv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of TLV8: writing and reading undo each other, and a list cut short is noticed. */
class Tlv8PropertyTest {

    @Property(tries = 300)
    void readsWhatWasWritten(@ForAll("lists") Tlv8 list) throws MalformedTlv8Exception {
        assertEquals(list, Tlv8.read(list.bytes()));
    }

    @Property(tries = 1000)
    void whatCanBeReadIsWrittenTheSameWay(@ForAll("nearlyLists") byte[] bytes) {
        read(bytes).ifPresent(list -> assertArrayEquals(bytes, list.bytes()));
    }

    @Property(tries = 300)
    void anItemCutAnywhereIsRefused(
            @ForAll @Size(max = 600) byte[] value, @ForAll @IntRange(min = 1, max = 254) int cut) {
        byte[] written = Tlv8.builder().bytes(3, value).build().bytes();
        int lastFragment = value.length == 0 ? 2 : 2 + (value.length - 1) % 255 + 1;
        byte[] left = Arrays.copyOf(written, written.length - Math.min(cut, lastFragment - 1));
        assertThrows(MalformedTlv8Exception.class, () -> Tlv8.read(left));
    }

    @Provide
    Arbitrary<Tlv8> lists() {
        Arbitrary<byte[]> values =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(800).edgeCases(cases -> cases.add(new byte[255]));
        Arbitrary<Tlv8> items = Combinators.combine(Arbitraries.integers().between(0, 255), values)
                .as((type, value) -> Tlv8.builder().bytes(type, value).build());
        return items.list().ofMaxSize(12).map(Tlv8PropertyTest::joined);
    }

    @Provide
    Arbitrary<byte[]> nearlyLists() {
        Arbitrary<byte[]> small = Arbitraries.bytes()
                .between((byte) -1, (byte) 3)
                .array(byte[].class)
                .ofMaxSize(12);
        return Arbitraries.oneOf(small, lists().map(Tlv8::bytes));
    }

    private static Tlv8 joined(List<Tlv8> lists) {
        Tlv8.Builder builder = Tlv8.builder();
        int last = -1;
        for (Tlv8 list : lists) {
            Tlv8.Item item = list.items().get(0);
            if (item.type() != last) {
                builder.bytes(item.type(), item.value());
                last = item.type();
            }
        }
        return builder.build();
    }

    private static Optional<Tlv8> read(byte[] bytes) {
        try {
            return Optional.of(Tlv8.read(bytes));
        } catch (MalformedTlv8Exception refused) {
            return Optional.empty();
        }
    }
}
