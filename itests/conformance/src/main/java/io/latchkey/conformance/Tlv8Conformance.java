// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;
import io.latchkey.pairing.ControllerPairings;
import io.latchkey.pairing.Conversation;
import io.latchkey.pairing.PairingFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** TLV8 as HAP writes it (HAP specification R2 section 14.1, as strict as HomeKitADK), on our own classes. */
@Tag("own")
class Tlv8Conformance {
    private static final int TYPE = 0x03;
    private static final long SEED = 20_260_101;

    @Test
    @DisplayName("B1 No bytes are a list without items")
    void empty() throws MalformedTlv8Exception {
        assertEquals(List.of(), read("").items());
        assertEquals("", written(Tlv8.builder()));
    }

    @Test
    @DisplayName("B2 One item is type, length and value")
    void single() throws MalformedTlv8Exception {
        assertEquals("060101", written(Tlv8.builder().bytes(6, new byte[] {1})));
        assertEquals("01", value(read("060101"), 6));
    }

    @Test
    @DisplayName("B3 Several items keep their order")
    void several() throws MalformedTlv8Exception {
        String m1 = "000100060101130410000001";
        Tlv8 items = read(m1);
        assertEquals(
                List.of(0x00, 0x06, 0x13),
                items.items().stream().map(Tlv8.Item::type).toList());
        assertEquals(m1, Bytes.hex(items.bytes()));
    }

    @Test
    @DisplayName("B4 A value of more than 255 bytes goes in parts of one type and is joined again")
    void longValue() throws MalformedTlv8Exception {
        byte[] key = counting(384);
        byte[] expected = Bytes.join(Bytes.hex("03ff"), part(key, 0, 255), Bytes.hex("0381"), part(key, 255, 384));
        assertArrayEquals(expected, Tlv8.builder().bytes(TYPE, key).build().bytes());
        assertArrayEquals(key, Tlv8.read(expected).find(TYPE).orElseThrow());
        assertEquals(1, Tlv8.read(expected).items().size());
    }

    @Test
    @DisplayName("B5 A value of exactly 255 or 510 bytes has no empty part behind it")
    void exactLengths() throws MalformedTlv8Exception {
        byte[] one = Bytes.join(Bytes.hex("03ff"), counting(255));
        assertArrayEquals(one, Tlv8.builder().bytes(TYPE, counting(255)).build().bytes());
        byte[] value = counting(510);
        byte[] two = Bytes.join(Bytes.hex("03ff"), part(value, 0, 255), Bytes.hex("03ff"), part(value, 255, 510));
        assertArrayEquals(two, Tlv8.builder().bytes(TYPE, value).build().bytes());
        assertArrayEquals(value, Tlv8.read(two).find(TYPE).orElseThrow());
        assertRefused(Bytes.join(one, Bytes.hex("0300")));
    }

    @Test
    @DisplayName("B6 A value may be empty")
    void emptyValue() throws MalformedTlv8Exception {
        assertEquals("0100", written(Tlv8.builder().bytes(1, new byte[0])));
        assertEquals("", value(read("0100"), 1));
    }

    @Test
    @DisplayName("B7 Lists are divided by empty items, of none, one or many entries")
    void lists() throws MalformedTlv8Exception {
        assertEquals(List.of(""), parts(read(""), 0xff));
        assertEquals(List.of("010161"), parts(read("010161"), 0xff));
        assertEquals(List.of("0101610b0101", "0101620b0100"), parts(read("0101610b0101ff000101620b0100"), 0xff));
        assertEquals(List.of("010161", "010162"), parts(read("0101610000010162"), 0x00));
        Tlv8.Builder two = Tlv8.builder().text(1, "a").separator(0xff).text(1, "b");
        assertEquals("010161ff00010162", written(two));
    }

    @Test
    @DisplayName("B8 A type repeated goes on only behind a part of 255 bytes and is refused elsewhere")
    void continuation() throws MalformedTlv8Exception {
        byte[] full = Bytes.join(Bytes.hex("03ff"), counting(255));
        byte[] joined = Bytes.join(full, Bytes.hex("0301fc"));
        assertEquals(256, Tlv8.read(joined).find(TYPE).orElseThrow().length);
        assertRefused(Bytes.hex("010101010102"));
        assertRefused(Bytes.hex("01000100"));
        assertRefused(Bytes.hex("ff00ff00"));
        assertRefused(Bytes.join(full, Bytes.hex("0301aa0301bb")));
        assertThrows(
                IllegalArgumentException.class,
                () -> Tlv8.builder().text(1, "a").text(1, "b"),
                "two items side by side, of which a reader would make one");
        new OwnPairSetup()
                .send("M1 with its State twice", Bytes.hex("060101000100060101"))
                .malformed();
    }

    @Test
    @DisplayName("B9 What is cut off is refused, at every byte")
    void truncated() {
        byte[] whole = Bytes.join(Bytes.hex("06010103ff"), counting(255), Bytes.hex("0381"), counting(129));
        for (int length = 1; length < whole.length; length++) {
            boolean atBorder = length == 3 || length == 3 + 257;
            if (!atBorder) {
                assertRefused(Arrays.copyOf(whole, length));
            }
        }
    }

    @Test
    @DisplayName("B10 Unknown types are passed over")
    void unknownTypes() throws MalformedTlv8Exception {
        assertEquals("02", value(read("7f03aabbcc0601027e00"), 6));
        new OwnPairSetup()
                .send("M1 between items that nobody knows", Bytes.hex("7f0101000100060101fe00"))
                .accepted(2);
    }

    @Test
    @DisplayName("B11 Integers are little-endian with 1, 2, 4 or 8 bytes; shorter ones are filled up with zeros")
    void integers() {
        assertEquals("0101ff", written(Tlv8.builder().integer(1, 0xff)));
        assertEquals("0102cdab", written(Tlv8.builder().integer(1, 0xabcd)));
        assertEquals("010410000001", written(Tlv8.builder().integer(1, 0x0100_0010)));
        assertEquals("01080807060504030201", written(Tlv8.builder().integer(1, 0x0102_0304_0506_0708L)));
        for (String flags : List.of("1300", "130110", "13021000", "1303100000", "130410000000")) {
            new OwnPairSetup()
                    .send("M1 with flags " + flags, Bytes.hex("000100060101" + flags))
                    .accepted(2);
        }
        new OwnPairSetup()
                .send("M1 with flags of five bytes", Bytes.hex("00010006010113051000000000"))
                .malformed();
    }

    @Test
    @DisplayName("B12 A value may be a list itself")
    void nested() throws MalformedTlv8Exception {
        Tlv8 inner = Tlv8.builder().text(1, "a").bytes(2, counting(300)).build();
        Tlv8 outer = Tlv8.builder().bytes(5, inner.bytes()).integer(6, 1).build();
        Tlv8 read = Tlv8.read(outer.bytes());
        assertEquals(inner, Tlv8.read(read.find(5).orElseThrow()));
        assertEquals("01", value(read, 6));
    }

    @Test
    @DisplayName("B13 An entry of a list that is longer than one part is joined before the list is divided")
    void longEntries() throws MalformedTlv8Exception {
        byte[] value = counting(300);
        Tlv8 list = Tlv8.builder()
                .bytes(1, value)
                .separator(0xff)
                .bytes(1, counting(255))
                .separator(0xff)
                .bytes(1, counting(1))
                .build();
        List<Tlv8> parts = Tlv8.read(list.bytes()).split(0xff);
        assertEquals(3, parts.size());
        assertArrayEquals(value, parts.get(0).find(1).orElseThrow());
        assertArrayEquals(counting(255), parts.get(1).find(1).orElseThrow());
        assertArrayEquals(counting(1), parts.get(2).find(1).orElseThrow());
    }

    @Test
    @DisplayName("B14 A list of pairings with a wrong separator is refused")
    void wrongSeparator() {
        String one = "010161" + "0320" + "11".repeat(32) + "0b0101";
        String two = "010162" + "0320" + "22".repeat(32) + "0b0100";
        assertInstanceOf(Conversation.Done.class, listed("060102" + one + "ff00" + two), "the right separator");
        for (String separator : List.of("", "0000", "fe00", "ff0100", "ff00ff00", "ff00fe00ff00")) {
            assertEquals(
                    new Conversation.Failed<>(PairingFailure.MALFORMED),
                    listed("060102" + one + separator + two),
                    "the separator " + separator);
        }
        assertEquals(
                new Conversation.Failed<>(PairingFailure.MALFORMED), listed("060102" + one + "ff00"), "at the end");
    }

    @Test
    @DisplayName("B15 Random lists come back as they were, and random bytes are refused or have one meaning only")
    void roundTrip() throws MalformedTlv8Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            Tlv8 list = randomList(random);
            assertEquals(list, Tlv8.read(list.bytes()));
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            for (int at = 1; at < bytes.length; at += 2) {
                bytes[at] &= 7;
            }
            assertArrayEquals(bytes, rewritten(bytes));
        }
    }

    private static Tlv8 randomList(Random random) {
        Tlv8.Builder list = Tlv8.builder();
        int before = -1;
        for (int items = random.nextInt(8); items > 0; items--) {
            int type = random.nextInt(256);
            if (type != before) {
                byte[] value = new byte[random.nextBoolean() ? random.nextInt(8) : random.nextInt(1_100)];
                random.nextBytes(value);
                list.bytes(type, value);
                before = type;
            }
        }
        return list.build();
    }

    /** What a reader makes of bytes, written again; the bytes themselves where it refuses them. */
    private static byte[] rewritten(byte[] bytes) {
        try {
            return Tlv8.read(bytes).bytes();
        } catch (MalformedTlv8Exception refused) {
            return bytes;
        }
    }

    private static Conversation<?> listed(String answer) {
        Conversation.Send<?> request = (Conversation.Send<?>) ControllerPairings.list();
        return request.answered(Bytes.hex(answer));
    }

    private static void assertRefused(byte[] bytes) {
        assertThrows(MalformedTlv8Exception.class, () -> Tlv8.read(bytes), Bytes.hex(bytes));
    }

    private static Tlv8 read(String hex) throws MalformedTlv8Exception {
        return Tlv8.read(Bytes.hex(hex));
    }

    private static String written(Tlv8.Builder builder) {
        return Bytes.hex(builder.build().bytes());
    }

    private static String value(Tlv8 items, int type) {
        return Bytes.hex(items.find(type).orElseThrow());
    }

    private static List<String> parts(Tlv8 items, int separator) {
        return items.split(separator).stream().map(Tlv8::bytes).map(Bytes::hex).toList();
    }

    private static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (7 * i + 3);
        }
        return bytes;
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
