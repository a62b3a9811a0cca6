// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.discovery.internal.DnsMessage.ResourceRecord;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bytes of DNS messages, good and bad. */
class DnsMessageTest {
    private static final String SERVICE = "045f686170045f746370056c6f63616c00";
    private static final String HEAD = "000184000000000300000000";
    /** Its name is "A.b" before the service at offset 12 of the first record, compressed in the others. */
    private static final String POINTER = SERVICE + "000c000100000078" + "0006" + "03412e62c00c";
    /** Priority, weight, port 21000, target "host.local". */
    private static final String SERVER = "c027" + "002180010000007800120000000052080468" + "6f7374056c6f63616c00";

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }

    @Test
    void questionIsAsOthersSendIt() {
        List<String> service = List.of("_hap", "_tcp", "local");
        String question = "000700000001000000000000" + SERVICE + "000c";
        assertArrayEquals(
                HexFormat.of().parseHex(question + "0001"), DnsMessage.question(7, service, DnsMessage.PTR, false));
        assertArrayEquals(
                HexFormat.of().parseHex(question + "8001"), DnsMessage.question(7, service, DnsMessage.PTR, true));
    }

    @Test
    void compressedNamesPortsAndTextsAreRead() {
        String text = "c027" + "001080010000007800" + "0a" + "0469643d41" + "0473663d30";
        DnsMessage read =
                DnsMessage.answer(bytes(HEAD + POINTER + SERVER + text)).orElseThrow();
        ResourceRecord pointer = read.records().get(0);
        assertEquals("_hap._tcp.local", pointer.name());
        assertEquals(Optional.of("A\\.b._hap._tcp.local"), pointer.target());
        ResourceRecord server = read.records().get(1);
        assertEquals("A\\.b._hap._tcp.local", server.name());
        assertEquals(21_000, server.port());
        assertEquals(Optional.of("host.local"), server.target());
        assertEquals(Map.of("id", "A", "sf", "0"), read.records().get(2).text());
    }

    @Test
    void whatIsMalformedIsNoMessage() {
        assertEquals(Optional.empty(), DnsMessage.answer(bytes("00")));
        assertEquals(Optional.empty(), DnsMessage.answer(bytes("000100000000000300000000")), "a question");
        assertEquals(Optional.empty(), DnsMessage.answer(bytes(HEAD + POINTER)), "records that are missing");
        assertEquals(
                Optional.empty(), DnsMessage.answer(bytes("000184000000000100000000" + "c00c")), "a name of itself");
        assertEquals(
                Optional.empty(),
                DnsMessage.answer(bytes("00018400" + "0000" + "ffff" + "00000000")),
                "more records than anybody has");
    }
}
