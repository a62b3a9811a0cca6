// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import io.latchkey.api.store.Domain;
import java.util.Random;

/** Values that are written and read again. */
final class CodecRoundTrip {
    private CodecRoundTrip() {}

    static <T> void roundTrip(Domain<T> domain, T value) {
        assertEquals(value, again(domain, value));
    }

    static <T> T again(Domain<T> domain, T value) {
        Codec<T> codec = Codec.of(domain);
        return codec.read(JsonParser.parseString(codec.write(value).toString()).getAsJsonObject(), 2);
    }

    static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
