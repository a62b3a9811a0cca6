// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.discovery.internal.Interfaces.Place;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;

/** The one JmDNS of a local address, shared by all records and searches there. Lives on {@code latchkey-mdns}. */
final class Responder {
    /** The service type of accessories that speak IP. */
    static final String TYPE = "_hap._tcp.local.";

    /** JmDNS probes and announces, and begins anew after an error of the network, in less. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final JmDNS jmdns;
    private final String host;
    private long answeredAt;
    /** By identity: JmDNS changes the name of a record that lost a conflict, and with it the hash code. */
    private final Set<Object> users = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Opens the socket.
     *
     * @param host the host name: a record of the same name with another host counts as a conflict
     * @param now the time in nanoseconds
     * @param lost run, on a thread of JmDNS, when it has given up after an error of the network
     */
    Responder(Place place, String host, long now, Runnable lost) throws IOException {
        this.host = host;
        this.answeredAt = now;
        jmdns = JmDNS.create(named(place.address(), host), host);
        jmdns.setDelegate((dns, infos) -> lost.run());
    }

    /** The host name that it was given. */
    String host() {
        return host;
    }

    /**
     * Looks whether it answers nobody any more. Where an error of the network lasts, as when a firewall refuses what is
     * sent, JmDNS ends and tells nobody.
     *
     * @param now the time in nanoseconds
     */
    boolean hasEnded(long now) {
        if (JmdnsState.answers(jmdns)) {
            answeredAt = now;
        }
        return now - answeredAt > LONGEST_PAUSE.toNanos();
    }

    /** Begins to publish a record; probing and announcing follow by themselves. */
    ServiceInfo publish(String label, int port, Map<String, String> text) throws IOException {
        ServiceInfo info = ServiceInfo.create(TYPE, label, port, 0, 0, text);
        jmdns.registerService(info);
        users.add(info);
        return info;
    }

    /** Takes a record back with a goodbye; takes about two seconds. The last user closes the responder. */
    boolean withdraw(ServiceInfo info) {
        users.remove(info);
        if (users.isEmpty()) {
            return close();
        }
        jmdns.unregisterService(info);
        return false;
    }

    void listen(ServiceListener listener) {
        users.add(listener);
        jmdns.addServiceListener(TYPE, listener);
    }

    /** Asks for all names anew: JmDNS by itself asks three times within half a second and then never again. */
    void ask(ServiceListener listener) {
        jmdns.removeServiceListener(TYPE, listener);
        jmdns.addServiceListener(TYPE, listener);
    }

    boolean unlisten(ServiceListener listener) {
        users.remove(listener);
        jmdns.removeServiceListener(TYPE, listener);
        return users.isEmpty() && close();
    }

    /** Asks for address and text of a name and for their changes; the listener hears of them. */
    void resolve(String name) {
        jmdns.requestServiceInfo(TYPE, name, true, 1);
    }

    boolean close() {
        try {
            jmdns.close();
        } catch (IOException e) {
            throw new IllegalStateException("JmDNS does not close", e);
        }
        return true;
    }

    /** With a name of its own JmDNS does not ask DNS for one, which could take long. */
    private static InetAddress named(InetAddress address, String host) throws IOException {
        if (address instanceof Inet6Address ipv6) {
            return ipv6.getScopedInterface() == null
                    ? Inet6Address.getByAddress(host, ipv6.getAddress(), ipv6.getScopeId())
                    : Inet6Address.getByAddress(host, ipv6.getAddress(), ipv6.getScopedInterface());
        }
        return InetAddress.getByAddress(host, address.getAddress());
    }
}
