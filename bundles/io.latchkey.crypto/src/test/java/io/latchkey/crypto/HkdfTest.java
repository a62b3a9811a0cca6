// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import static io.latchkey.crypto.CryptoVectors.bytes;
import static io.latchkey.crypto.CryptoVectors.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** HKDF-SHA-512 against RFC 5869's inputs and every salt and info of HAP. */
class HkdfTest {

    @TestFactory
    Stream<DynamicTest> derivesEveryKey() {
        return CryptoVectors.cases("hkdf-sha512.json", "cases")
                .map(v -> dynamicTest(text(v, "name"), () -> {
                    int length = v.get("length").getAsInt();
                    byte[] derived = Hkdf.derive(bytes(v, "ikm"), bytes(v, "salt"), bytes(v, "info"), length);
                    assertArrayEquals(bytes(v, "okm"), derived);
                }));
    }

    @TestFactory
    Stream<DynamicTest> takesSaltAndInfoAsText() {
        return CryptoVectors.cases("hkdf-sha512.json", "cases")
                .filter(v -> v.has("salt_text"))
                .map(v -> dynamicTest(
                        text(v, "name"),
                        () -> assertArrayEquals(
                                bytes(v, "okm"),
                                Hkdf.key(bytes(v, "ikm"), text(v, "salt_text"), text(v, "info_text")))));
    }
}
