// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.discovery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Host as Apple's controllers write it, for names that bridges have had. */
class InstanceNameTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Latchkey, Latchkey._hap._tcp.local",
                "Blue Barn, Blue\\032Barn._hap._tcp.local",
                "Blue Barn 77E2, Blue\\032Barn\\03277E2._hap._tcp.local",
                "Blue Barn (2), Blue\\032Barn\\032(2)._hap._tcp.local",
                "Name 2, Name\\0322._hap._tcp.local",
                "Peter's Hub, Peter's\\032Hub._hap._tcp.local",
                "Lab V2.0, Lab\\032V2\\.0._hap._tcp.local",
                "A\\B, A\\\\B._hap._tcp.local",
                "\uD83D\uDE00, \uD83D\uDE00._hap._tcp.local",
            })
    void spacesDotsAndBackslashesAreEscaped(String name, String host) {
        assertEquals(host, new InstanceName(name).host());
    }

    @Test
    void lettersAboveAsciiStayAsTheyAre() {
        byte[] host = new InstanceName("B\u00fcro").host().getBytes(StandardCharsets.UTF_8);
        byte[] expected = HexFormat.of()
                .parseHex("42c3bc726f"
                        + HexFormat.of().formatHex("._hap._tcp.local".getBytes(StandardCharsets.US_ASCII)));
        assertArrayEquals(expected, host);
    }

    @Test
    void whatAHeaderCannotHoldIsEscaped() {
        assertEquals("a\\013\\010b\\009\\000\\127._hap._tcp.local", new InstanceName("a\r\nb\t\0\u007f").host());
    }

    @Test
    void nameIsADnsLabel() {
        assertEquals(21 + 16, new InstanceName("\u4e2d".repeat(21)).host().length());
        assertThrows(IllegalArgumentException.class, () -> new InstanceName("\u4e2d".repeat(22)));
        assertThrows(IllegalArgumentException.class, () -> new InstanceName(""));
        assertEquals(Optional.empty(), InstanceName.of(""));
        assertEquals(Optional.of(new InstanceName("a")), InstanceName.of("a"));
    }
}
