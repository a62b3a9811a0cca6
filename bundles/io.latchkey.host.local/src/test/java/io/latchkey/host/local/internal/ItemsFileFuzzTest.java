// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Feeds any text to the reader of items files: it takes it or refuses it with a message, nothing else. */
class ItemsFileFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void anyText(byte[] bytes) {
        try {
            assertNotNull(ItemsText.read(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)));
        } catch (ItemsFormatException refused) {
            assertNotNull(refused.getMessage());
        }
    }
}
