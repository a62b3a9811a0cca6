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
import io.latchkey.controller.internal.link.RecordNames;
import io.latchkey.pairing.ControllerPairSetup;
import io.latchkey.pairing.ControllerPairVerify;
import io.latchkey.pairing.ControllerPairings;
import io.latchkey.pairing.Conversation;
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
 * for nothing else. An accessory is ours when its key is on the disk and not before; when it can't be put there, the
 * accessory is asked to forget us.
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
    private final RecordNames names;
    private final KeyRing keyRing;
    private final Workers workers;
    private final SecureRandom random;
    private final PendingStages pending;
    private final Set<PeerConnection> links = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Prepares for contacts of this controller. */
    public PairingInitiator(
            Transport transport, RecordNames names, KeyRing keyRing, Workers workers, SecureRandom random) {
        this.transport = transport;
        this.names = names;
        this.keyRing = keyRing;
        this.workers = workers;
        this.random = random;
        this.pending = new PendingStages(workers);
    }

    /** Pairs with a code that is known. */
    public CompletionStage<DeviceId> pair(InetSocketAddress address, SetupCode code, PairingMode mode) {
        return show(address, keyRing.own().thenCompose(own -> switch (mode) {
            case WHOLE -> pair(address, own, () -> ControllerPairSetup.begin(own, code, random));
            case SPLIT ->
                on(address, link -> setup(link, () -> ControllerPairSetup.beginTransientSplit(code, random)))
                        .thenCompose(
                                kept -> pair(address, own, () -> ControllerPairSetup.beginSplit(own, code, random)));
        }));
    }

    /** Begins to pair with a code that will be known. */
    public CompletionStage<PairingAttempt> start(InetSocketAddress address) {
        return show(address, keyRing.own().thenCompose(own -> connect(address).thenCompose(link -> offer(link, own))));
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
        pending.close("The controller");
        List.copyOf(links).forEach(this::drop);
    }

    private CompletionStage<PairingAttempt> offer(PeerConnection link, ControllerKeys own) {
        return setup(link, () -> ControllerPairSetup.beginWithoutCode(own, random))
                .<PairingAttempt>thenApply(offer -> new WaitingAttempt(
                        workers, code -> accept(link, own, () -> offer.accept(code)), () -> drop(link)))
                .whenComplete((attempt, failure) -> {
                    if (failure != null) {
                        drop(link);
                    }
                });
    }

    private CompletionStage<DeviceId> accept(
            PeerConnection link, ControllerKeys own, Supplier<Conversation<ControllerKeys.Peer>> conversation) {
        return pending.show(link.who(), ended(link, finish(link, own, conversation)));
    }

    private CompletionStage<DeviceId> pair(
            InetSocketAddress address, ControllerKeys own, Supplier<Conversation<ControllerKeys.Peer>> begin) {
        return on(address, link -> finish(link, own, begin));
    }

    private CompletionStage<DeviceId> finish(
            PeerConnection link, ControllerKeys own, Supplier<Conversation<ControllerKeys.Peer>> conversation) {
        return setup(link, conversation)
                .thenCompose(peer -> keyRing.add(own, peer)
                        .handle((kept, failure) -> failure == null
                                ? CompletableFuture.completedFuture(peer.accessory())
                                : takeBack(link, own, peer)
                                        .<DeviceId>thenCompose(x -> CompletableFuture.failedFuture(failure)))
                        .thenCompose(Function.identity()));
    }

    /** The accessory trusts us already, but we will not know it any more: it has to forget us as well. */
    private CompletionStage<Void> takeBack(PeerConnection link, ControllerKeys own, ControllerKeys.Peer peer) {
        return link.lead(
                        "/pair-verify",
                        () -> ControllerPairVerify.begin(own, peer, random),
                        ControllerFailures::ofVerify)
                .thenCompose(keys -> {
                    link.secure(keys);
                    return link.lead(
                            "/pairings", () -> ControllerPairings.remove(own.id()), ControllerFailures::ofPairings);
                })
                .handle((removed, failure) -> {
                    if (failure != null) {
                        LOG.warn("{} is paired, but its key could not be kept: reset it", link.who());
                    }
                    return null;
                });
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
        ConnectRequest request = new ConnectRequest(address, names.at(address), CONNECT_TIME, ANSWER_TIME, BODY_LIMIT);
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
