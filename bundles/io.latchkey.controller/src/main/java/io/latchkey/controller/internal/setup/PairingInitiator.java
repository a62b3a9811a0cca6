// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.setup;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.controller.PairingAttempt;
import io.latchkey.api.controller.PairingMode;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.transport.ConnectRequest;
import io.latchkey.api.transport.ConnectionException;
import io.latchkey.api.transport.ConnectionListener;
import io.latchkey.api.transport.Request;
import io.latchkey.api.transport.Transport;
import io.latchkey.controller.internal.keys.KeyRing;
import io.latchkey.controller.internal.link.ControllerFailures;
import io.latchkey.controller.internal.link.PeerConnection;
import io.latchkey.controller.internal.link.PeerNames;
import io.latchkey.controller.internal.link.PendingStages;
import io.latchkey.controller.internal.link.SeenRecords;
import io.latchkey.pairing.ControllerPairSetup;
import io.latchkey.pairing.Conversation;
import io.latchkey.pairing.SetupOffer;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * First contacts: what is done with an accessory that we are not paired with, each on a connection of its own that is used
 * for nothing else. One that is busy is asked again for a while, and one that waits for a code for five minutes.
 */
public final class PairingInitiator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PairingInitiator.class);
    private static final String PAIR_SETUP = "/pair-setup";
    private static final Duration CONNECT_TIME = Duration.ofSeconds(5);
    /** Small accessories compute for long. */
    private static final Duration ANSWER_TIME = Duration.ofSeconds(30);

    private static final int BODY_LIMIT = 16 * 1024;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final Transport transport;
    private final SeenRecords records;
    private final KeyRing keyRing;
    private final Workers workers;
    private final SecureRandom random;
    private final PendingStages pending;
    private final BusyRetries retries;
    private final PeerAcceptance acceptance;
    private final Set<PeerConnection> links = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Prepares for contacts of this controller. */
    public PairingInitiator(
            Transport transport, SeenRecords records, KeyRing keyRing, Workers workers, SecureRandom random) {
        this.transport = transport;
        this.records = records;
        this.keyRing = keyRing;
        this.workers = workers;
        this.random = random;
        this.pending = new PendingStages(workers);
        this.retries = new BusyRetries(workers);
        this.acceptance = new PeerAcceptance(keyRing, records, random);
    }

    /** Pairs with a code that is known. */
    public CompletionStage<DeviceId> pair(InetSocketAddress address, SetupCode code, PairingMode mode) {
        return show(address, keyRing.own().thenCompose(own -> pair(address, own, code, mode)));
    }

    /** Begins to pair with a code that will be known. */
    public CompletionStage<PairingAttempt> start(InetSocketAddress address) {
        return show(
                address,
                keyRing.own()
                        .thenCompose(own -> retries.of(
                                PeerNames.name(address),
                                () -> connect(address).thenCompose(link -> offer(address, link, own)))));
    }

    /** Lets an accessory show itself. */
    public CompletionStage<Void> identify(InetSocketAddress address) {
        Request request = Request.of("POST", "/identify");
        return show(
                address,
                on(
                        address,
                        link -> link.ask(request, answer -> {
                            if (answer.status() != NO_CONTENT && answer.status() != OK) {
                                throw notIdentified(
                                        ControllerFailures.refusal(link.who(), request, answer), link.who());
                            }
                            return null;
                        })));
    }

    /** Ends all contacts. */
    @Override
    public void close() {
        closed = true;
        retries.close();
        pending.close("The controller");
        List.copyOf(links).forEach(this::drop);
    }

    private CompletionStage<PairingAttempt> offer(InetSocketAddress address, PeerConnection link, ControllerKeys own) {
        return setup(link, () -> ControllerPairSetup.beginWithoutCode(own, random))
                .<PairingAttempt>thenApply(offer -> new WaitingAttempt(
                        workers,
                        (code, patient) -> pending.show(link.who(), accept(address, link, own, offer, code, patient)),
                        () -> drop(link)))
                .whenComplete((attempt, failure) -> {
                    if (failure != null) {
                        drop(link);
                    }
                });
    }

    /** Where the accessory has ended the connection or taken another controller meanwhile, it is asked anew. */
    private CompletionStage<DeviceId> accept(
            InetSocketAddress address,
            PeerConnection link,
            ControllerKeys own,
            SetupOffer offer,
            SetupCode code,
            boolean patient) {
        if (patient && !closed && !link.isOpen()) {
            drop(link);
            return pair(address, own, code, PairingMode.WHOLE);
        }
        return ended(link, finish(address, link, own, () -> offer.accept(code)))
                .handle((paired, failure) -> failure == null
                        ? CompletableFuture.completedFuture(paired)
                        : anew(address, own, code, ControllerFailures.of(link.who(), failure)))
                .thenCompose(Function.identity());
    }

    private CompletionStage<DeviceId> anew(
            InetSocketAddress address, ControllerKeys own, SetupCode code, ControllerException failure) {
        return failure.reason() == Reason.BUSY
                ? pair(address, own, code, PairingMode.WHOLE)
                : CompletableFuture.failedFuture(failure);
    }

    private CompletionStage<DeviceId> pair(
            InetSocketAddress address, ControllerKeys own, SetupCode code, PairingMode mode) {
        return retries.of(PeerNames.name(address), () -> switch (mode) {
            case WHOLE -> pair(address, own, () -> ControllerPairSetup.begin(own, code, random));
            case SPLIT ->
                on(address, link -> setup(link, () -> ControllerPairSetup.beginTransientSplit(code, random)))
                        .thenCompose(
                                kept -> pair(address, own, () -> ControllerPairSetup.beginSplit(own, code, random)));
        });
    }

    private CompletionStage<DeviceId> pair(
            InetSocketAddress address, ControllerKeys own, Supplier<Conversation<ControllerKeys.Peer>> begin) {
        return on(address, link -> finish(address, link, own, begin));
    }

    private CompletionStage<DeviceId> finish(
            InetSocketAddress address,
            PeerConnection link,
            ControllerKeys own,
            Supplier<Conversation<ControllerKeys.Peer>> conversation) {
        return setup(link, conversation).thenCompose(peer -> acceptance.accept(address, link, own, peer));
    }

    private <R> CompletionStage<R> setup(PeerConnection link, Supplier<Conversation<R>> begin) {
        return link.lead(PAIR_SETUP, begin, ControllerFailures::ofSetup);
    }

    private <T> CompletionStage<T> on(InetSocketAddress address, Function<PeerConnection, CompletionStage<T>> contact) {
        return connect(address).thenCompose(link -> ended(link, contact.apply(link)));
    }

    private <T> CompletionStage<T> ended(PeerConnection link, CompletionStage<T> contact) {
        return contact.whenComplete((result, failure) -> drop(link));
    }

    private CompletionStage<PeerConnection> connect(InetSocketAddress address) {
        ConnectRequest request =
                new ConnectRequest(address, records.name(address), CONNECT_TIME, ANSWER_TIME, BODY_LIMIT);
        String who = PeerNames.name(address);
        return transport.connect(request, new Deaf()).thenApply(connection -> {
            PeerConnection link = new PeerConnection(who, connection, workers);
            links.add(link);
            if (closed) {
                drop(link);
            }
            return link;
        });
    }

    private <T> CompletionStage<T> show(InetSocketAddress address, CompletionStage<T> stage) {
        return pending.show(PeerNames.name(address), stage);
    }

    private void drop(PeerConnection link) {
        links.remove(link);
        link.close();
    }

    private static ControllerException notIdentified(ControllerException refusal, String who) {
        boolean paired = refusal.status().equals(Optional.of(HapStatus.INSUFFICIENT_PRIVILEGES));
        return paired ? new ControllerException(Reason.UNAVAILABLE, who, "") : refusal;
    }

    /** Nothing comes unasked here, and an end shows in the request that waits. */
    private static final class Deaf implements ConnectionListener {
        @Override
        public void event(byte[] body) {
            LOG.debug("An event of {} bytes came before pairing", body.length);
        }

        @Override
        public void closed(ConnectionException cause) {
            LOG.debug("A first contact has ended: {}", cause.getMessage());
        }
    }
}
