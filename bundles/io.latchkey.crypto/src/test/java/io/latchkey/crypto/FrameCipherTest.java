// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import static io.latchkey.crypto.CryptoVectors.bytes;
import static io.latchkey.crypto.CryptoVectors.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import io.latchkey.crypto.internal.AeadEngine;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Session frames of both engines against the recorded ones, valid and invalid. */
class FrameCipherTest {
    private static final byte[] KEY = new byte[FrameCipher.KEY_LENGTH];

    @TestFactory
    Stream<DynamicTest> sealsTheRecordedBytes() {
        return each("cases", (v, engine) -> {
            byte[] plaintext = bytes(v, "plaintext");
            FrameCipher cipher = cipher(v, engine, "first_counter");
            ByteArrayOutputStream wire = new ByteArrayOutputStream();
            for (int from = 0; from < plaintext.length; from += FrameCipher.MAX_PLAINTEXT) {
                int length = Math.min(FrameCipher.MAX_PLAINTEXT, plaintext.length - from);
                byte[] frame = new byte[FrameCipher.MAX_FRAME];
                System.arraycopy(plaintext, from, frame, FrameCipher.HEADER_LENGTH, length);
                wire.write(frame, 0, cipher.seal(frame, 0, length));
            }
            assertArrayEquals(bytes(v, "wire"), wire.toByteArray());
        });
    }

    @TestFactory
    Stream<DynamicTest> opensTheRecordedBytes() {
        return each("cases", (v, engine) -> {
            byte[] wire = bytes(v, "wire");
            FrameCipher cipher = cipher(v, engine, "first_counter");
            ByteArrayOutputStream plaintext = new ByteArrayOutputStream();
            for (int at = 0; at < wire.length; ) {
                int length = cipher.open(wire, at);
                plaintext.write(wire, at + FrameCipher.HEADER_LENGTH, length);
                at += length + FrameCipher.OVERHEAD;
            }
            assertArrayEquals(bytes(v, "plaintext"), plaintext.toByteArray());
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesTheInvalidOnes() {
        return each("invalid", (v, engine) -> {
            byte[] wire = Arrays.copyOf(bytes(v, "wire"), FrameCipher.MAX_FRAME);
            FrameCipher cipher = cipher(v, engine, "counter");
            assertThrows(FrameException.class, () -> cipher.open(wire, 0));
            assertThrows(IllegalStateException.class, () -> cipher.open(wire, 0));
        });
    }

    @Test
    void anEmptyFrameYieldsNothing() throws FrameException {
        JsonObject v = CryptoVectors.load("framing.json").getAsJsonObject("empty_frame");
        for (AeadEngine engine : AeadEngine.values()) {
            assertEquals(0, cipher(v, engine, "counter").open(bytes(v, "wire"), 0));
            byte[] frame = new byte[FrameCipher.OVERHEAD];
            assertEquals(frame.length, cipher(v, engine, "counter").seal(frame, 0, 0));
            assertArrayEquals(bytes(v, "wire"), frame);
        }
    }

    @Test
    void readsTheAnnouncedLength() throws FrameException {
        assertEquals(0, FrameCipher.plaintextLength(new byte[] {0, 0}, 0));
        assertEquals(255, FrameCipher.plaintextLength(new byte[] {9, (byte) 0xff, 0}, 1));
        assertEquals(1024, FrameCipher.plaintextLength(new byte[] {0, 4}, 0));
        assertThrows(FrameException.class, () -> FrameCipher.plaintextLength(new byte[] {1, 4}, 0));
        assertThrows(FrameException.class, () -> FrameCipher.plaintextLength(new byte[] {-1, -1}, 0));
    }

    @Test
    void whatDoesNotFitIsMisuse() {
        FrameCipher cipher = new FrameCipher(KEY);
        byte[] buffer = new byte[FrameCipher.MAX_FRAME + 1];
        assertThrows(IllegalArgumentException.class, () -> cipher.seal(buffer, 0, FrameCipher.MAX_PLAINTEXT + 1));
        assertThrows(IllegalArgumentException.class, () -> cipher.seal(buffer, 0, -1));
        assertThrows(IndexOutOfBoundsException.class, () -> cipher.seal(buffer, 2, FrameCipher.MAX_PLAINTEXT));
        assertThrows(IllegalArgumentException.class, () -> new FrameCipher(new byte[31]));
        assertEquals(FrameCipher.MAX_FRAME, cipher.seal(buffer, 1, FrameCipher.MAX_PLAINTEXT));
    }

    private static FrameCipher cipher(JsonObject v, AeadEngine engine, String counter) {
        return new FrameCipher(bytes(v, "key"), engine, Long.parseLong(text(v, counter)));
    }

    private static Stream<DynamicTest> each(String array, Check check) {
        return CryptoVectors.cases("framing.json", array)
                .flatMap(v -> Stream.of(AeadEngine.values())
                        .map(engine -> dynamicTest(text(v, "name") + ", " + engine, () -> check.run(v, engine))));
    }

    /** A check of one recorded wire with one engine. */
    private interface Check {
        void run(JsonObject vector, AeadEngine engine) throws Exception;
    }
}
