// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Severity;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.ConnectRequest;
import io.latchkey.api.transport.ConnectionException;
import io.latchkey.api.transport.ConnectionListener;
import io.latchkey.api.transport.Request;
import io.latchkey.api.transport.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Connects to a bridge on every address that its record names, as a phone does that has heard the record, and looks whether
 * a HomeKit accessory answers. It stays a stranger there. Never waits; what takes its time comes on the threads of the
 * transport.
 */
final class AnnouncedAddresses {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofMillis(1_500);
    private static final int BODY_LIMIT = 64 * 1024;
    /** What an accessory says to whoever hasn't verified (HAP specification R2 section 6.6). */
    private static final int AUTHORIZATION_REQUIRED = 470;

    private final Transport transport;

    AnnouncedAddresses(Transport transport) {
        this.transport = transport;
    }

    /**
     * Tries them.
     *
     * @param bridge its id
     * @param addresses that the record names and this machine has
     * @return what is wrong with some of them, if anything is
     */
    CompletableFuture<Optional<Diagnosis>> tried(String bridge, Collection<InetAddress> addresses, int port) {
        CompletableFuture<Map<String, String>> failures = CompletableFuture.completedFuture(Map.of());
        for (InetAddress address : addresses) {
            failures = failures.thenCombine(failure(new InetSocketAddress(address, port)), (before, failure) -> {
                Map<String, String> more = new TreeMap<>(before);
                failure.ifPresent(why -> more.put(address.getHostAddress(), why));
                return more;
            });
        }
        return failures.thenApply(silent -> silent.isEmpty()
                ? Optional.empty()
                : Optional.of(unanswered(bridge, silent, port, silent.size() == addresses.size())));
    }

    private CompletionStage<Optional<String>> failure(InetSocketAddress address) {
        ConnectRequest request = new ConnectRequest(address, Optional.empty(), CONNECT, ANSWER, BODY_LIMIT);
        return transport
                .connect(request, new StrangerEar())
                .thenCompose(connection -> connection
                        .send(Request.of("GET", "/accessories"))
                        .whenComplete((answer, failure) -> connection.close()))
                .handle(AnnouncedAddresses::failure);
    }

    private static Optional<String> failure(Answer answer, Throwable failure) {
        if (failure != null) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            return Optional.of("nobody answers: " + cause.getMessage());
        }
        return answer.status() == AUTHORIZATION_REQUIRED
                ? Optional.empty()
                : Optional.of("who answers is no HomeKit accessory (status " + answer.status() + ")");
    }

    private static Diagnosis unanswered(String bridge, Map<String, String> silent, int port, boolean isEvery) {
        String where = silent.entrySet().stream()
                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                .collect(Collectors.joining(", "));
        return new Diagnosis(
                "address-unanswered",
                isEvery ? Severity.UNREACHABLE : Severity.MEND,
                Optional.of(bridge),
                "The bridge is announced at port " + port + " of " + where + ".",
                "Phones that take such an address find the bridge and can't connect to it; Home shows \"No Response\".",
                "See that no firewall of this machine keeps TCP port " + port
                        + " away (nft list ruleset, ufw status). If the"
                        + " bridge has a bindAddress, it is reached on that address alone: empty it, or let the bridge be"
                        + " announced there alone.");
    }

    /** Hears nothing that it didn't ask for. */
    private static final class StrangerEar implements ConnectionListener {
        @Override
        public void event(byte[] body) {
            // nobody is subscribed
        }

        @Override
        public void closed(ConnectionException cause) {
            // the request that waited has failed with it
        }
    }
}
