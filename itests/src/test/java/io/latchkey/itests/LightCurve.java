// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.tlv.Tlv8;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;

/**
 * What a home hub writes to Characteristic Value Transition Control, so that HAP-NodeJS and we can be asked the same.
 *
 * @param brightness the iid of the lamp's brightness
 * @param warmth the iid of its colour temperature
 */
record LightCurve(long brightness, long warmth) {
    private static final int INTERVAL = 1_000;
    private static final int THRESHOLD = 600_000;
    private static final long STARTED = 800_000_000_000L;

    /** Asks for an even change from one colour temperature to another, whatever the brightness is. */
    byte[] begin(double from, double until, int millis) {
        byte[] curve = Tlv8.builder()
                .bytes(1, entry(from, 0))
                .separator(0)
                .bytes(1, entry(until, millis))
                .integer(2, brightness)
                .bytes(
                        3,
                        Tlv8.builder()
                                .bytes(1, number(10))
                                .bytes(2, number(100))
                                .build()
                                .bytes())
                .build()
                .bytes();
        return update(Tlv8.builder()
                .integer(1, warmth)
                .bytes(2, parameters())
                .integer(3, 1)
                .bytes(5, curve)
                .integer(6, INTERVAL)
                .bytes(8, number(THRESHOLD))
                .build());
    }

    /** Asks for no curve any more. */
    byte[] end() {
        return update(Tlv8.builder().integer(1, warmth).build());
    }

    /** Asks which curve there is. */
    byte[] ask() {
        return nested(1, Tlv8.builder().integer(1, warmth).build());
    }

    private static byte[] update(Tlv8 configuration) {
        return Tlv8.builder().bytes(2, nested(1, configuration)).build().bytes();
    }

    private static byte[] nested(int type, Tlv8 inner) {
        return Tlv8.builder().bytes(type, inner.bytes()).build().bytes();
    }

    private static byte[] entry(double mired, int millis) {
        return Tlv8.builder()
                .bytes(1, number(Float.floatToIntBits(0)))
                .bytes(2, number(Float.floatToIntBits((float) mired)))
                .integer(3, millis)
                .integer(4, 0)
                .build()
                .bytes();
    }

    private static byte[] parameters() {
        byte[] id = new byte[16];
        IntStream.range(0, id.length).forEach(index -> id[index] = (byte) (index + 1));
        return Tlv8.builder()
                .bytes(1, id)
                .bytes(
                        2,
                        ByteBuffer.allocate(Long.BYTES)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .putLong(STARTED)
                                .array())
                .bytes(3, new byte[] {8, 7, 6, 5, 4, 3, 2, 1})
                .build()
                .bytes();
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }
}
