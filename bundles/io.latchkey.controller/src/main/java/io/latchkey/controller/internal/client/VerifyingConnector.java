// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.controller.TimeLimits;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.transport.ConnectRequest;
import io.latchkey.api.transport.Connection;
import io.latchkey.controller.internal.keys.KeyRing.Known;
import io.latchkey.controller.internal.link.ControllerFailures;
import io.latchkey.controller.internal.link.PeerConnection;
import io.latchkey.controller.internal.link.PeerNames;
import io.latchkey.pairing.ControllerPairVerify;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects to an accessory where it is now, proves both sides by pair-verify, and subscribes to what was subscribed. */
final class VerifyingConnector implements ConnectionKeeper.Opening {
    private static final Logger LOG = LoggerFactory.getLogger(VerifyingConnector.class);
    /** Room for 150 accessories with all that they may have. */
    private static final int BODY_LIMIT = 16 * 1024 * 1024;

    private final DeviceId accessory;
    private final Supplier<InetSocketAddress> address;
    private final TimeLimits limits;
    private final ClientDependencies around;
    private final Subscriptions subscriptions;
    private final Supplier<CharacteristicId> harmless;

    VerifyingConnector(
            DeviceId accessory,
            Supplier<InetSocketAddress> address,
            TimeLimits limits,
            ClientDependencies around,
            Subscriptions subscriptions,
            Supplier<CharacteristicId> harmless) {
        this.accessory = accessory;
        this.address = address;
        this.limits = limits;
        this.around = around;
        this.subscriptions = subscriptions;
        this.harmless = harmless;
    }

    @Override
    public CompletionStage<AccessorySession> open(ConnectionKeeper.Holder holder) {
        InetSocketAddress to = address.get();
        String who = PeerNames.name(accessory, to);
        ConnectRequest request =
                new ConnectRequest(to, around.records().name(to), limits.connect(), limits.request(), BODY_LIMIT);
        return around.keyRing()
                .of(accessory, who)
                .thenCompose(
                        known -> around.transport().connect(request, holder).thenCompose(connection -> {
                            holder.connected(connection);
                            return verify(who, connection, known, holder);
                        }));
    }

    @Override
    public CompletionStage<?> restore(AccessorySession session) {
        List<CharacteristicId> ids = subscriptions.all();
        if (ids.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return session.subscribe(ids, true)
                .handle((reports, failure) -> failure == null
                        ? taken(reports)
                        : unlessRefused(ControllerFailures.of(accessory.text(), failure)))
                .thenCompose(Function.identity());
    }

    private CompletionStage<AccessorySession> verify(
            String who, Connection connection, Known known, ConnectionKeeper.Holder holder) {
        PeerConnection link = new PeerConnection(who, connection, around.workers());
        return link.lead(
                        "/pair-verify",
                        () -> ControllerPairVerify.begin(known.own(), known.accessory(), around.random()),
                        ControllerFailures::ofVerify)
                .thenApply(keys -> {
                    link.secure(keys);
                    return new AccessorySession(link, known.own().id(), around.workers(), harmless, holder::broken);
                });
    }

    private CompletionStage<Void> taken(List<CharacteristicReport> reports) {
        reports.stream()
                .filter(report -> !report.isSuccess())
                .forEach(report -> LOG.debug("{} sends no events of {}: {}", accessory, report.id(), report.status()));
        return CompletableFuture.completedFuture(null);
    }

    /** An accessory that refuses all of it, because it has changed, is still good for everything else. */
    private static CompletionStage<Void> unlessRefused(ControllerException cause) {
        if (cause.reason() != Reason.REFUSED) {
            return CompletableFuture.failedFuture(cause);
        }
        LOG.warn("No events come any more, subscribe to what there is now: {}", cause.getMessage());
        return CompletableFuture.completedFuture(null);
    }
}
