// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.transport.ConnectRequest;
import io.latchkey.api.transport.Request;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The head of a request: lines and order as Apple's controllers write them, where {@code Host} is more than a word. */
class RequestBytesTest {
    private static final Duration TIME = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({
        "192.168.1.7, 192.168.1.7:5001",
        "fe80::1%1, [fe80:0:0:0:0:0:0:1]:5001",
        "2001:db8::7, [2001:db8:0:0:0:0:0:7]:5001"
    })
    void withoutANameHostIsTheAddressAsInAUri(String address, String host) throws UnknownHostException {
        ByteBuffer[] bytes = bytes(address, Optional.empty()).of(Request.of("GET", "/accessories"));
        assertEquals(
                "GET /accessories HTTP/1.1\r\nHost: " + host + "\r\n\r\n", text(bytes[0], StandardCharsets.US_ASCII));
        assertEquals(0, bytes[1].remaining());
    }

    @Test
    void hostIsTheEscapedInstanceName() throws UnknownHostException {
        RequestBytes bytes = bytes("192.168.1.7", Optional.of(new InstanceName("Mia's B\u00fcro 2")));
        String host = "Mia's\\032B\u00c3\u00bcro\\0322._hap._tcp.local";
        assertEquals(
                "GET /accessories HTTP/1.1\r\nHost: " + host + "\r\n\r\n",
                text(bytes.of(Request.of("GET", "/accessories"))[0], StandardCharsets.ISO_8859_1));
        byte[] body = {0, 1, 0, 6, 1, 1};
        Request start = Request.of("POST", "/pair-setup", "application/pairing+tlv8", body);
        assertEquals(
                "POST /pair-setup HTTP/1.1\r\nHost: " + host
                        + "\r\nContent-Length: 6\r\nContent-Type: application/pairing+tlv8\r\n\r\n",
                text(bytes.of(start)[0], StandardCharsets.ISO_8859_1));
    }

    private static RequestBytes bytes(String address, Optional<InstanceName> name) throws UnknownHostException {
        InetSocketAddress accessory = new InetSocketAddress(InetAddress.getByName(address), 5001);
        return new RequestBytes(new ConnectRequest(accessory, name, TIME, TIME, 1));
    }

    private static String text(ByteBuffer bytes, Charset charset) {
        return charset.decode(bytes).toString();
    }
}
