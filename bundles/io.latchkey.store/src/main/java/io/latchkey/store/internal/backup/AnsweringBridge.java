// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.discovery.BrowseListener;
import io.latchkey.api.discovery.Browser;
import io.latchkey.api.discovery.DiscoveredBridge;
import io.latchkey.api.identity.DeviceId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Looks whether a bridge still answers on the network: two of one identity take each other's controllers away. It is looked
 * for by the records of its Device ID, of which one alone may be a remainder that phones and routers keep for an hour, so it
 * is called; and, since a bridge may be told not to announce itself, at its last addresses, where whatever speaks HomeKit is
 * taken for it. For a thread that may wait for a few seconds.
 */
final class AnsweringBridge {
    /** How long a bridge has to tell that it is there. */
    static final Duration SEARCH = Duration.ofSeconds(4);

    private static final int CALL_MILLIS = 1000;
    /** As a bridge of any maker answers somebody who hasn't verified. */
    private static final String NOT_VERIFIED = "HTTP/1.1 470";

    private static final byte[] REQUEST =
            "GET /accessories HTTP/1.1\r\nHost: latchkey\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Browser browser;
    private final Duration search;

    AnsweringBridge(Browser browser, Duration search) {
        this.browser = browser;
        this.search = search;
    }

    /**
     * Where it answers.
     *
     * @param ids under which controllers know it
     * @param last where it was reached last
     * @param own ports of this process, which are no stranger's
     */
    Optional<InetSocketAddress> find(Set<DeviceId> ids, Set<InetSocketAddress> last, Set<Integer> own)
            throws InterruptedException, IOException {
        BlockingQueue<DiscoveredBridge> found = new LinkedBlockingQueue<>(1000);
        InetAddress everywhere = InetAddress.getByAddress(new byte[4]);
        Browser.Browsing looking = browser.browse(everywhere, new Found(found));
        try {
            for (InetSocketAddress address : last) {
                if (!isOurs(address, own) && speaksHomeKit(address)) {
                    return Optional.of(address);
                }
            }
            return firstAnswering(found, ids, own);
        } finally {
            looking.close();
        }
    }

    private Optional<InetSocketAddress> firstAnswering(
            BlockingQueue<DiscoveredBridge> found, Set<DeviceId> ids, Set<Integer> own)
            throws InterruptedException, IOException {
        long end = System.nanoTime() + search.toNanos();
        for (long left = search.toNanos(); left > 0; left = end - System.nanoTime()) {
            DiscoveredBridge next = found.poll(left, TimeUnit.NANOSECONDS);
            if (next != null && isMeant(next, ids)) {
                Optional<InetSocketAddress> answering = answering(next, own);
                if (answering.isPresent()) {
                    return answering;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isMeant(DiscoveredBridge bridge, Set<DeviceId> ids) {
        String id = bridge.text().getOrDefault("id", "");
        return ids.stream().anyMatch(each -> each.text().equalsIgnoreCase(id));
    }

    private static Optional<InetSocketAddress> answering(DiscoveredBridge bridge, Set<Integer> own) throws IOException {
        for (InetAddress address : bridge.addresses()) {
            InetSocketAddress end = new InetSocketAddress(address, bridge.port());
            if (!isOurs(end, own) && answers(end)) {
                return Optional.of(end);
            }
        }
        return Optional.empty();
    }

    private static boolean isOurs(InetSocketAddress end, Set<Integer> own) throws IOException {
        return own.contains(end.getPort()) && NetworkInterface.getByInetAddress(end.getAddress()) != null;
    }

    private static boolean speaksHomeKit(InetSocketAddress end) {
        try (Socket socket = new Socket()) {
            socket.connect(end, CALL_MILLIS);
            socket.setSoTimeout(CALL_MILLIS);
            socket.getOutputStream().write(REQUEST);
            byte[] begin = socket.getInputStream().readNBytes(NOT_VERIFIED.length());
            return new String(begin, StandardCharsets.US_ASCII).equals(NOT_VERIFIED);
        } catch (IOException silent) {
            return false;
        }
    }

    private static boolean answers(InetSocketAddress end) {
        try (Socket socket = new Socket()) {
            socket.connect(end, CALL_MILLIS);
            return true;
        } catch (IOException silent) {
            return false;
        }
    }

    /** Puts what is seen into a queue; what has no room is dropped. */
    private record Found(BlockingQueue<DiscoveredBridge> queue) implements BrowseListener {
        @Override
        public void found(DiscoveredBridge bridge) {
            queue.offer(bridge);
        }

        @Override
        public void updated(DiscoveredBridge bridge) {
            queue.offer(bridge);
        }

        @Override
        public void lost(String name) {
            // it was asked whether it answers as soon as it was seen
        }
    }
}
