// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\ude00", "a\\ude00\\ud83d"})
    void halfACharacterIsRefused(String escaped) {
        assertThrows(MalformedRequestException.class, () -> WriteRequest.read(writing(escaped)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d\\ude00", "\ud83d\ude00"})
    void aWholeCharacterIsOneHoweverItIsWritten(String text) throws Exception {
        WriteRequest request = WriteRequest.read(writing(text));

        assertEquals(
                Optional.of(new JsonScalar.Text("\ud83d\ude00")),
                request.entries().get(0).value());
    }

    @Test
    void aByteThatIsNoTextIsRefusedWhereverItStands() {
        byte[] good = writing("text");
        for (int i = 0; i <= good.length; i++) {
            byte[] bad = Arrays.copyOf(good, good.length + 1);
            System.arraycopy(good, i, bad, i + 1, good.length - i);
            bad[i] = (byte) 0xc3;
            assertThrows(MalformedRequestException.class, () -> WriteRequest.read(bad));
        }
    }

    private static byte[] writing(String text) {
        return ("{\"characteristics\":[{\"aid\":1,\"iid\":2,\"value\":\"" + text + "\"}]}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
