// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.discovery.Browser.Browsing;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a search says on the network, heard by a socket of the test. */
@Timeout(90)
class SearchTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int PORT = 5353;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final Duration AFTER_THE_FIRST = Duration.ofSeconds(3);
    private static final byte[] QUESTION = "\4_hap\4_tcp\5local".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aSearchAsksAgainBecauseItsFirstQuestionsMayBeLost(@TempDir Path folder) throws IOException {
        MdnsWorkers threads = new MdnsWorkers();
        MulticastDiscovery discovery = new MulticastDiscovery(threads, folder);
        try (MulticastSocket network = new MulticastSocket(PORT)) {
            network.setSoTimeout(PATIENCE_MILLIS);
            network.joinGroup(new InetSocketAddress("224.0.0.251", PORT), NetworkInterface.getByInetAddress(LOOPBACK));
            Browsing search = discovery.browse(LOOPBACK, new Watcher());
            long first = timeOfNextQuestion(network);
            long later = first;
            while (later - first < AFTER_THE_FIRST.toNanos()) {
                later = timeOfNextQuestion(network);
            }
            search.close();
            assertTrue(later - first < PATIENCE_MILLIS * 1_000_000L, "asked again after " + (later - first) + " ns");
        } finally {
            discovery.close();
            threads.close();
        }
    }

    private static long timeOfNextQuestion(MulticastSocket network) throws IOException {
        byte[] message = new byte[9000];
        DatagramPacket packet = new DatagramPacket(message, message.length);
        do {
            packet.setLength(message.length);
            network.receive(packet);
        } while (!isQuestion(Arrays.copyOf(message, packet.getLength())));
        return System.nanoTime();
    }

    private static boolean isQuestion(byte[] message) {
        int header = 12;
        boolean isAnswer = (message[2] & 0x80) != 0;
        int end = header + QUESTION.length;
        return !isAnswer && message.length >= end && Arrays.equals(message, header, end, QUESTION, 0, QUESTION.length);
    }
}
