// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.discovery.internal.DnsMessage.ResourceRecord;
import io.latchkey.discovery.internal.Interfaces.Place;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Asks on one place who is there, with a socket of its own that JmDNS knows nothing of, and hears what is answered to it
 * alone (RFC 6762 section 6.7: a question from another port than 5353 is answered where it came from). Asks several times,
 * for a question may be lost, and in two ways by turns: JmDNS 3.6.3 answers to the asker only where the question wants that. Lives on {@code latchkey-mdns} and never holds it.
 */
final class RecordQuery {
    private static final List<String> SERVICE = List.of("_hap", "_tcp", "local");
    private static final int MDNS_PORT = 5353;
    private static final int LONGEST = 9000;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration USUAL = Duration.ofSeconds(3);
    /** JmDNS may answer nobody for two seconds while it announces. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(4_500);

    private static final Duration BETWEEN = Duration.ofMillis(800);
    private static final int ASKED = 5;
    /** Of a network full of accessories; what comes after is a flood. */
    private static final int MOST_MESSAGES = 1000;

    private final MdnsThread thread;
    private final Place place;
    private final CompletableFuture<List<HeardRecord>> heard = new CompletableFuture<>();
    private final Map<InetAddress, List<ResourceRecord>> bySender = new HashMap<>();
    private DatagramChannel channel;
    private long begunAt;
    private int asked;
    private int messages;

    RecordQuery(MdnsThread thread, Place place) {
        this.thread = thread;
        this.place = place;
    }

    /** Begins; the result comes after three to five seconds, or fails with an {@link IOException} where nothing can be asked. */
    CompletableFuture<List<HeardRecord>> begin() {
        thread.run(() -> {
            try {
                channel = opened();
                begunAt = thread.nanoTime();
                look();
            } catch (IOException e) {
                end(e);
            }
        });
        return heard;
    }

    private DatagramChannel opened() throws IOException {
        DatagramChannel opened =
                DatagramChannel.open(place.isIpv4() ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
        try {
            opened.configureBlocking(false);
            opened.setOption(StandardSocketOptions.IP_MULTICAST_IF, NetworkInterface.getByIndex(place.index()));
            return opened.bind(new InetSocketAddress(place.address(), 0));
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e instanceof IOException io ? io : new IOException("no multicast on " + place.address(), e);
        }
    }

    private void look() {
        Duration since = Duration.ofNanos(thread.nanoTime() - begunAt);
        try {
            if (asked < ASKED && since.compareTo(BETWEEN.multipliedBy(asked)) >= 0) {
                ask();
            }
            hear();
        } catch (IOException e) {
            end(e);
            return;
        }
        boolean isHeard = bySender.keySet().stream().anyMatch(RecordQuery::isOurs);
        if (since.compareTo(isHeard ? USUAL : LONGEST_WAIT) >= 0) {
            end(null);
        } else {
            thread.later(LOOK, this::look);
        }
    }

    private void ask() throws IOException {
        InetAddress group = InetAddress.getByName(place.isIpv4() ? "224.0.0.251" : "ff02::fb");
        asked++;
        boolean toAsker = asked % 2 == 1;
        byte[] question = DnsMessage.question(asked, SERVICE, DnsMessage.PTR, toAsker);
        channel.send(ByteBuffer.wrap(question), new InetSocketAddress(group, MDNS_PORT));
    }

    private void hear() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        for (InetSocketAddress from = receive(bytes); from != null; from = receive(bytes)) {
            InetAddress sender = from.getAddress();
            DnsMessage.answer(bytes.flip())
                    .ifPresent(message -> bySender.computeIfAbsent(sender, first -> new ArrayList<>())
                            .addAll(message.records()));
            bytes = ByteBuffer.allocate(LONGEST);
        }
    }

    private InetSocketAddress receive(ByteBuffer bytes) throws IOException {
        return messages++ < MOST_MESSAGES ? (InetSocketAddress) channel.receive(bytes) : null;
    }

    private void end(IOException failure) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException closing) {
                heard.completeExceptionally(closing);
            }
        }
        if (failure == null) {
            heard.complete(records());
        } else {
            heard.completeExceptionally(failure);
        }
    }

    private List<HeardRecord> records() {
        List<HeardRecord> records = new ArrayList<>();
        bySender.forEach((sender, all) -> all.stream()
                .filter(each -> each.type() == DnsMessage.SRV)
                .filter(each -> each.name().endsWith("." + String.join(".", SERVICE)))
                .distinct()
                .forEach(service -> records.add(record(sender, service, all))));
        return List.copyOf(new LinkedHashSet<>(records));
    }

    private HeardRecord record(InetAddress sender, ResourceRecord service, List<ResourceRecord> all) {
        Map<String, String> text = all.stream()
                .filter(each -> each.type() == DnsMessage.TXT && each.name().equalsIgnoreCase(service.name()))
                .map(ResourceRecord::text)
                .reduce(Map.of(), (before, later) -> later);
        Set<InetAddress> addresses = new LinkedHashSet<>();
        all.stream()
                .filter(each -> each.name().equalsIgnoreCase(service.target().orElseThrow()))
                .forEach(each -> each.address().map(this::here).ifPresent(addresses::add));
        String name = service.name().substring(0, service.name().indexOf("." + String.join(".", SERVICE)));
        return new HeardRecord(name.replace("\\.", "."), service.port(), text, addresses, isOurs(sender), sender);
    }

    /** A link-local address is of use together with its link alone, which no record can name. */
    private InetAddress here(InetAddress address) {
        try {
            return address instanceof Inet6Address ipv6 && ipv6.isLinkLocalAddress()
                    ? Inet6Address.getByAddress(null, ipv6.getAddress(), place.index())
                    : address;
        } catch (UnknownHostException impossible) {
            return address;
        }
    }

    private static boolean isOurs(InetAddress sender) {
        try {
            return sender.isLoopbackAddress() || NetworkInterface.getByInetAddress(sender) != null;
        } catch (SocketException unknown) {
            return false;
        }
    }
}
