// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import io.latchkey.api.discovery.InstanceName;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for bridges as a device does: it asks from port 5353 of its own address and takes answers that come to it alone as
 * well as those to all. First who is there, then the text and place of each, then the address of the place. For one thread.
 */
final class AppleResolver implements AutoCloseable {
    private static final int PORT = 5353;
    private static final int LONGEST = 9000;
    private static final Duration SLICE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMillis(600);

    private final InetSocketAddress everybody;
    private final DatagramSocket own;
    private final MulticastSocket all;

    private AppleResolver(InetSocketAddress everybody, DatagramSocket own, MulticastSocket all) {
        this.everybody = everybody;
        this.own = own;
        this.all = all;
    }

    /** Opens both sockets of a device on the loopback. */
    static AppleResolver at(InetAddress address) throws IOException {
        InetSocketAddress everybody = new InetSocketAddress(InetAddress.getByName("224.0.0.251"), PORT);
        NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        DatagramSocket own = new DatagramSocket(null);
        own.setReuseAddress(true);
        own.setOption(StandardSocketOptions.IP_MULTICAST_IF, loopback);
        own.bind(new InetSocketAddress(address, PORT));
        MulticastSocket all = new MulticastSocket(PORT);
        all.joinGroup(everybody, loopback);
        return new AppleResolver(everybody, own, all);
    }

    /** The record of the bridge that listens there, by the question that discovers. */
    Optional<AnnouncedBridge> discover(int port) throws IOException {
        return find(DnsQuestion.discovery(), port);
    }

    /** The record of the bridge that listens there, by the question of a phone that comes back. */
    Optional<AnnouncedBridge> find(int port) throws IOException {
        return find(DnsQuestion.service(), port);
    }

    private Optional<AnnouncedBridge> find(DnsQuestion question, int port) throws IOException {
        for (List<String> instance : instances(question)) {
            Optional<AnnouncedBridge> found = resolve(instance);
            if (found.isPresent() && found.get().port() == port) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Set<List<String>> instances(DnsQuestion question) throws IOException {
        Set<List<String>> instances = new HashSet<>();
        ask(question, PATIENCE, entry -> {
            if (is(entry, DnsQuestion.SERVICE, DnsQuestion.PTR) && entry.seconds() > 0) {
                instances.add(entry.pointsTo());
            }
            return false;
        });
        return instances;
    }

    private Optional<AnnouncedBridge> resolve(List<String> instance) throws IOException {
        List<DnsAnswer.Entry> heard = new ArrayList<>();
        ask(DnsQuestion.instance(instance), PATIENCE, entry -> {
            boolean about = entry.name().equals(instance) && entry.seconds() > 0;
            if (about) {
                heard.add(entry);
            }
            return about
                    && find(heard, DnsQuestion.SRV).isPresent()
                    && find(heard, DnsQuestion.TXT).isPresent();
        });
        Optional<DnsAnswer.Entry> place = find(heard, DnsQuestion.SRV);
        Optional<DnsAnswer.Entry> text = find(heard, DnsQuestion.TXT);
        if (place.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        return address(place.get().host())
                .map(address ->
                        record(instance, place.get(), address, text.get().text()));
    }

    private Optional<InetAddress> address(List<String> host) throws IOException {
        List<DnsAnswer.Entry> heard = new ArrayList<>();
        ask(DnsQuestion.host(host), PATIENCE, entry -> {
            boolean about = is(entry, host, DnsQuestion.A) || is(entry, host, DnsQuestion.AAAA);
            return about && heard.add(entry);
        });
        return heard.stream().map(DnsAnswer.Entry::address).findFirst();
    }

    private static AnnouncedBridge record(
            List<String> instance, DnsAnswer.Entry place, InetAddress address, Map<String, String> text) {
        String host = String.join(".", place.host());
        return new AnnouncedBridge(new InstanceName(instance.get(0)), host, address, place.port(), text);
    }

    /** Asks and looks at all that comes in that time, or until somebody has seen enough. */
    private void ask(DnsQuestion question, Duration patience, Predicate<DnsAnswer.Entry> enough) throws IOException {
        byte[] bytes = question.bytes();
        own.send(new DatagramPacket(bytes, bytes.length, everybody));
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() - end < 0) {
            for (DatagramSocket socket : List.of(own, all)) {
                if (received(socket).stream().anyMatch(enough)) {
                    return;
                }
            }
        }
    }

    private static List<DnsAnswer.Entry> received(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[LONGEST], LONGEST);
        socket.setSoTimeout((int) SLICE.toMillis());
        try {
            socket.receive(packet);
            return DnsAnswer.read(packet.getData(), packet.getLength());
        } catch (SocketTimeoutException silence) {
            return List.of();
        }
    }

    private static Optional<DnsAnswer.Entry> find(List<DnsAnswer.Entry> entries, int type) {
        return entries.stream().filter(each -> each.type() == type).findFirst();
    }

    private static boolean is(DnsAnswer.Entry entry, List<String> name, int type) {
        return entry.type() == type && entry.name().equals(name);
    }

    @Override
    public void close() {
        own.close();
        all.close();
    }
}
