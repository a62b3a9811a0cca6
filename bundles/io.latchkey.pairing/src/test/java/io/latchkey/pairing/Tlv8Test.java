// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import static io.latchkey.pairing.PairingVectors.bytes;
import static io.latchkey.pairing.PairingVectors.hex;
import static io.latchkey.pairing.PairingVectors.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** TLV8 against the recorded lists, and the rules of reader and writer. */
class Tlv8Test {

    @TestFactory
    Stream<DynamicTest> writesTheRecordedBytes() {
        return each("encode", v -> assertArrayEquals(bytes(v, "hex"), items(v).bytes()));
    }

    @TestFactory
    Stream<DynamicTest> readsTheRecordedItems() {
        return each("encode", v -> assertEquals(items(v), Tlv8.read(bytes(v, "hex"))));
    }

    @TestFactory
    Stream<DynamicTest> refusesTheInvalidOnes() {
        return each("invalid", v -> assertThrows(MalformedTlv8Exception.class, () -> Tlv8.read(bytes(v, "hex"))));
    }

    @TestFactory
    Stream<DynamicTest> joinsFragments() {
        return each("merged", v -> {
            if (v.has("invalid")) {
                assertThrows(MalformedTlv8Exception.class, () -> Tlv8.read(bytes(v, "hex")));
            } else {
                assertEquals(items(v), Tlv8.read(bytes(v, "hex")));
            }
        });
    }

    @Test
    void aWantedTypeComesOnceAtMost() throws MalformedTlv8Exception {
        JsonObject v = PairingVectors.load("tlv8.json").getAsJsonObject("duplicates");
        int[] wanted = {PairingTlv.STATE, PairingTlv.METHOD};
        byte[] twice = bytes(v, "invalid_for_pairing");
        assertEquals(2, Tlv8.read(twice).count(PairingTlv.STATE));
        assertThrows(MalformedTlv8Exception.class, () -> PairingMessage.read(twice, wanted));
        PairingMessage fine = PairingMessage.read(bytes(v, "fine_for_pairing"), wanted);
        assertEquals(1, fine.number(PairingTlv.STATE));
    }

    @Test
    void writesIntegersInTheSmallestWidth() {
        assertWritten("010100", 0);
        assertWritten("0101ff", 0xff);
        assertWritten("01020001", 0x100);
        assertWritten("010400000100", 0x1_0000);
        assertWritten("01080000000001000000", 1L << 32);
        assertWritten("0108ffffffffffffffff", -1);
    }

    @Test
    void neighboursOfOneTypeCannotBeWritten() {
        Tlv8.Builder builder = Tlv8.builder().text(1, "a");
        assertThrows(IllegalArgumentException.class, () -> builder.text(1, "b"));
        assertThrows(IllegalArgumentException.class, () -> builder.separator(256));
        assertThrows(IllegalArgumentException.class, () -> builder.separator(-1));
        assertArrayEquals(
                hex("010161ff00010162"),
                builder.separator(255).text(1, "b").build().bytes());
    }

    @Test
    void splitsAtSeparators() throws MalformedTlv8Exception {
        Tlv8 list = Tlv8.read(hex("0101610b0101ff000101620b0100"));
        List<Tlv8> parts = list.split(255);
        assertEquals(2, parts.size());
        assertArrayEquals(hex("0101610b0101"), parts.get(0).bytes());
        assertArrayEquals(hex("0101620b0100"), parts.get(1).bytes());
        assertEquals(List.of(list), list.split(7));
        assertEquals(1, Tlv8.read(new byte[0]).split(255).size());
    }

    @Test
    void isAValueThatHidesItsContent() throws MalformedTlv8Exception {
        byte[] written = hex("0602414a");
        Tlv8 list = Tlv8.read(written);
        written[2] = 0;
        list.find(6).orElseThrow()[0] = 0;
        list.items().get(0).value()[0] = 0;
        assertArrayEquals(hex("414a"), list.find(6).orElseThrow());
        assertEquals(Tlv8.read(hex("0602414a")).hashCode(), list.hashCode());
        assertNotEquals(Tlv8.read(hex("0702414a")), list);
        assertEquals("Tlv8[6:2 bytes]", list.toString());
        assertTrue(list.find(7).isEmpty());
        assertFalse(list.equals(new Object()));
    }

    private static void assertWritten(String expected, long value) {
        assertArrayEquals(
                hex(expected), Tlv8.builder().integer(1, value).build().bytes());
    }

    private static Tlv8 items(JsonObject v) {
        Tlv8.Builder builder = Tlv8.builder();
        for (JsonElement element : v.getAsJsonArray("items")) {
            JsonObject item = element.getAsJsonObject();
            builder.bytes(item.get("type").getAsInt(), bytes(item, "value"));
        }
        return builder.build();
    }

    private static Stream<DynamicTest> each(String array, Check check) {
        return PairingVectors.cases("tlv8.json", array).map(v -> dynamicTest(text(v, "name"), () -> check.run(v)));
    }

    /** A check of one recorded list. */
    private interface Check {
        void run(JsonObject vector) throws Exception;
    }
}
