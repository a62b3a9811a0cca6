// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.ConnectRequest;
import io.latchkey.api.transport.ConnectionException;
import io.latchkey.api.transport.ConnectionListener;
import io.latchkey.api.transport.Request;
import io.latchkey.api.verb.ForeignText;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks at the ports of bridges from outside: who has the port that one can't get, whether one that listens answers as a
 * HomeKit accessory does, and whether those who are connected read. Connects as a stranger and waits for nothing: what takes
 * its time comes on the threads of this bundle.
 */
@Component(service = Examination.class)
public final class PortExamination implements Examination {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration STALLED = Duration.ofSeconds(5);
    private static final int BODY_LIMIT = 64 * 1024;
    /** What an accessory says to whoever hasn't verified (HAP specification R2 section 6.6). */
    private static final int AUTHORIZATION_REQUIRED = 470;

    private final JettyTransport transport;
    private final PortHindrance hindrance = new PortHindrance(new PortHolder());

    /** Looks at the ports of this transport. */
    @Activate
    public PortExamination(@Reference JettyTransport transport) {
        this.transport = transport;
    }

    @Override
    public String subject() {
        return "the ports";
    }

    @Override
    public CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> bridges) {
        CompletableFuture<List<Diagnosis>> all = CompletableFuture.completedFuture(List.of());
        for (ExaminedBridge bridge : bridges) {
            all = all.thenCombine(
                    diagnoses(bridge),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
        }
        return all;
    }

    private CompletableFuture<List<Diagnosis>> diagnoses(ExaminedBridge bridge) {
        List<Diagnosis> hindrance = this.hindrance.of(bridge).stream().toList();
        if (bridge.status().state() != State.READY) {
            return CompletableFuture.completedFuture(hindrance);
        }
        InetSocketAddress bound = bridge.status().address().orElseThrow();
        if (bound.getAddress().isLoopbackAddress() && bridge.record().isPresent()) {
            return CompletableFuture.completedFuture(List.of(loopbackOnly(bridge, bound)));
        }
        return answer(bound).handle((answer, failure) -> {
            Stream<Diagnosis> port = Stream.of(port(bridge, bound, answer, failure));
            return Stream.of(hindrance.stream(), port, stalled(bridge.id()))
                    .flatMap(Function.identity())
                    .toList();
        });
    }

    private CompletableFuture<Answer> answer(InetSocketAddress bound) {
        InetAddress address =
                bound.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound.getAddress();
        ConnectRequest request = new ConnectRequest(
                new InetSocketAddress(address, bound.getPort()), Optional.empty(), PATIENCE, PATIENCE, BODY_LIMIT);
        return transport
                .connect(request, new Deaf())
                .thenCompose(connection -> connection
                        .send(Request.of("GET", "/accessories"))
                        .whenComplete((answer, failure) -> connection.close()))
                .toCompletableFuture();
    }

    private static Diagnosis port(ExaminedBridge bridge, InetSocketAddress bound, Answer answer, Throwable failure) {
        if (failure == null && answer.status() == AUTHORIZATION_REQUIRED) {
            return Diagnosis.right("port-answers", bridge.id(), "Listens on " + text(bound) + " and answers there.");
        }
        String what = failure != null
                ? "nobody answers there: " + failure.getMessage()
                : "who answers there is no HomeKit accessory (status " + answer.status() + ")";
        return Diagnosis.unreachable(
                "port-unanswered",
                bridge.id(),
                "The bridge listens on " + text(bound) + ", but " + what + ".",
                "Phones find the bridge and can't connect to it; Home shows \"No Response\".",
                "See what else uses that port (ss -ltnp), or give the bridge another one with its setting port, and restart"
                        + " Latchkey.");
    }

    private Stream<Diagnosis> stalled(String bridge) {
        return transport
                .listeners()
                .filter(listener -> listener.wishes().name().equals(bridge))
                .flatMap(listener -> listener.stalled(STALLED))
                .map(session -> Diagnosis.mend(
                        "session-stalled",
                        bridge,
                        "The controller at " + session.remote().getAddress().getHostAddress()
                                + session.controller()
                                        .map(who -> " (" + ForeignText.name(who.text()) + ")")
                                        .orElse("") + " is connected and has read nothing for some seconds.",
                        "It hears of no change until it reads again; after 30 seconds its connection is closed.",
                        "If it is a home hub, restart it; look at the network between it and this machine. A phone that"
                                + " sleeps comes back by itself."));
    }

    private static Diagnosis loopbackOnly(ExaminedBridge bridge, InetSocketAddress bound) {
        return Diagnosis.unreachable(
                "loopback-only",
                bridge.id(),
                "The bridge listens on " + text(bound) + ", which only this machine can reach.",
                "No phone finds it or can connect to it.",
                "Empty its setting bindAddress, so that it listens on all networks, or name the address of this machine in"
                        + " the network of the phones. With ./latchkey run, add --lan.");
    }

    private static String text(InetSocketAddress address) {
        return (address.getAddress().isAnyLocalAddress()
                        ? "all addresses, port "
                        : address.getAddress().getHostAddress() + ", port ")
                + address.getPort();
    }

    /** Hears nothing that it didn't ask for. */
    private static final class Deaf implements ConnectionListener {
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
