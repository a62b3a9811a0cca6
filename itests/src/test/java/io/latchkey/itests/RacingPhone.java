// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A phone that tries all addresses of a bridge at once, as Apple's do: what was connected last goes on and begins to pair,
 * the others end without a byte. Each address wins once. A program of its own, since it runs in a namespace.
 */
final class RacingPhone {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final byte[] BEGIN_PAIRING = {0, 1, 0, 6, 1, 1};

    private RacingPhone() {}

    /** Prints the address and the first line of the answer for each; the arguments are the port and the addresses. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        List<String> addresses = List.of(arguments).subList(1, arguments.length);
        for (String winner : addresses) {
            List<String> order = new ArrayList<>(addresses);
            order.remove(winner);
            order.add(winner);
            System.out.println(winner + " " + race(port, order));
        }
    }

    private static String race(int port, List<String> order) throws IOException {
        List<Socket> racing = new ArrayList<>();
        try {
            for (String address : order) {
                Socket socket = new Socket();
                racing.add(socket);
                socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
            }
            for (Socket loser : racing.subList(0, racing.size() - 1)) {
                loser.close();
            }
            return answer(racing.get(racing.size() - 1));
        } finally {
            for (Socket each : racing) {
                each.close();
            }
        }
    }

    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        String head = "POST /pair-setup HTTP/1.1\r\nHost: Quiet\\032House._hap._tcp.local\r\n"
                + "Content-Length: %d\r\nContent-Type: application/pairing+tlv8\r\n\r\n"
                        .formatted(BEGIN_PAIRING.length);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(BEGIN_PAIRING);
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                .readLine();
    }
}
