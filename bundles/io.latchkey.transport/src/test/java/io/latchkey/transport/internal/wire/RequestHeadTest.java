// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parser sees of a head: all of it, but for whom the peer takes us for. */
class RequestHeadTest {
    private static final String LINE = "GET /a HTTP/1.1\r\n";
    private static final String OURS = "Host: latchkey\r\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Host: My\\032Home._hap._tcp.local~ | Host-:~",
                "host:[fe80::1%en0]:8080~ | host-:~",
                "HOST:~ | HOST-:~",
                "Host: \u00c3\u00bc \u00ff\t\u0080 ~ | Host-:~",
                "Host: a~Host: b~A: c~hOst:d~ | Host-:~Host-:~A: c~hOst-:~",
                "Hos: a~Hosts: b~X-Host: c~Host : d~ | Hos: a~Hosts: b~X-Host: c~Host : d~",
                "Host: a\u0000b~ | Host-:\u0000b~",
                "Host: a\u007fb~ | Host-:\u007fb~",
                "Host: a~ folded~ | Host-:~ folded~",
                "Host~ | Host~",
                "A: Host: b~ | A: Host: b~",
            })
    void hostGoesByWithoutAValue(String sent, String seen) {
        assertEquals(LINE + OURS + lines(seen) + "\r\n", seenOf(LINE + lines(sent) + "\r\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECT My\\032Home:80 HTTP/1.1 | CONNECT h:1 HTTP/1.1",
                "CONNECT a\u0001b HTTP/1.1 | CONNECT h:1\u0001b HTTP/1.1",
                "CONNECTED a HTTP/1.1 | CONNECTED a HTTP/1.1",
                "PUT host:a HTTP/1.1 | PUT host:a HTTP/1.1",
                "host:a | host:a",
            })
    void targetOfATunnelIsHidden(String sent, String seen) {
        assertEquals(seen + "\r\n" + OURS + "\r\n", seenOf(sent + "\r\n\r\n"));
    }

    @ParameterizedTest
    @CsvSource({"1024, 0", "1025, 1", "50000, 48976"})
    void onlyAReasonableHostIsHidden(int length, int rest) {
        assertEquals(
                LINE + OURS + "Host-:" + "x".repeat(rest) + "\r\n\r\n",
                seenOf(LINE + "Host:" + "x".repeat(length) + "\r\n\r\n"));
    }

    @Property(tries = 500)
    void headIsUnderstoodInAnyPiecesWithAnyRoom(
            @ForAll("heads") String head,
            @ForAll @IntRange(min = 1, max = 9) int piece,
            @ForAll @IntRange(min = 1, max = 9) int room) {
        assertEquals(seenOf(head), seenOf(head, piece, room));
    }

    @Provide
    Arbitrary<String> heads() {
        Arbitrary<String> word = Arbitraries.of(
                "Host",
                "host:",
                ":",
                "-",
                "H",
                "ost",
                "CONNECT",
                " ",
                "\r",
                "\n",
                "\r\n",
                "\r\n\r\n",
                "x",
                "\0",
                "\u00ff");
        return word.list().ofMaxSize(30).map(words -> String.join("", words) + "\r\nx\r\n\r\n");
    }

    private static String lines(String text) {
        return text.replace("~", "\r\n");
    }

    private static String seenOf(String head) {
        return seenOf(head, head.length(), head.length() + 100);
    }

    private static String seenOf(String sent, int piece, int room) {
        byte[] bytes = (sent + "rest").getBytes(StandardCharsets.ISO_8859_1);
        RequestHead head = new RequestHead();
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        int at = 0;
        while (!head.isComplete()) {
            assertTrue(at < sent.length() || head.owes(), "the end of the head was not found");
            ByteBuffer part = ByteBuffer.allocate(room);
            at += head.pass(bytes, at, Math.min(piece, bytes.length - at), part);
            seen.write(part.array(), 0, part.position());
        }
        assertFalse(head.owes());
        assertTrue(at <= sent.length());
        return seen.toString(StandardCharsets.ISO_8859_1);
    }
}
