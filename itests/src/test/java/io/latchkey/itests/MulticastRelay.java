// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;

/**
 * Lets dig ask everybody: hands its question on to the group of mDNS and the first answer back. dig 9.18 itself takes an
 * answer only from the address that it asked. A program of its own, since it runs in a namespace; ended by the test.
 */
final class MulticastRelay {
    static final int PORT = 5300;

    private static final int ANSWER_MILLIS = 1000;
    private static final int LONGEST = 9000;

    private MulticastRelay() {}

    /** Runs until it is ended; the one argument is the name of the interface to ask on. */
    public static void main(String[] arguments) throws IOException {
        NetworkInterface link = NetworkInterface.getByName(arguments[0]);
        InetSocketAddress everybody = new InetSocketAddress(InetAddress.getByName("224.0.0.251"), 5353);
        try (DatagramSocket asked = new DatagramSocket(PORT, InetAddress.getLoopbackAddress())) {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[LONGEST], LONGEST);
                asked.receive(packet);
                InetSocketAddress who = new InetSocketAddress(packet.getAddress(), packet.getPort());
                answer(packet, everybody, link);
                if (packet.getLength() > 0) {
                    packet.setSocketAddress(who);
                    asked.send(packet);
                }
            }
        }
    }

    /** Puts the answer in the place of the question; nothing when there is none. */
    private static void answer(DatagramPacket packet, InetSocketAddress everybody, NetworkInterface link)
            throws IOException {
        try (MulticastSocket socket = new MulticastSocket(0)) {
            socket.setNetworkInterface(link);
            socket.setSoTimeout(ANSWER_MILLIS);
            packet.setSocketAddress(everybody);
            socket.send(packet);
            packet.setData(new byte[LONGEST]);
            socket.receive(packet);
        } catch (SocketTimeoutException silence) {
            packet.setLength(0);
        }
    }
}
