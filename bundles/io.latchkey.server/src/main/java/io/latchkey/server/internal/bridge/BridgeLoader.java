// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import io.latchkey.api.transport.SessionListener;
import io.latchkey.server.internal.access.Access;
import io.latchkey.server.internal.access.PermittedAccess;
import io.latchkey.server.internal.database.AccessoryDatabase;
import io.latchkey.server.internal.database.BridgeOwner;
import io.latchkey.server.internal.database.ConfigurationKeeper;
import io.latchkey.server.internal.database.DatabaseListener;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.extension.BridgeExtensions;
import io.latchkey.server.internal.history.BridgeHistory;
import io.latchkey.server.internal.history.SessionHistory;
import io.latchkey.server.internal.history.SlowAnswers;
import io.latchkey.server.internal.history.WriteHistory;
import io.latchkey.server.internal.http.AccessoriesResource;
import io.latchkey.server.internal.http.BridgeServer;
import io.latchkey.server.internal.http.CharacteristicsResource;
import io.latchkey.server.internal.http.PairingResources;
import io.latchkey.server.internal.measure.BridgeCounters;
import io.latchkey.server.internal.measure.MeasuredExchanges;
import io.latchkey.server.internal.measure.MeasuredSessions;
import io.latchkey.server.internal.pairing.Trust;
import io.latchkey.server.internal.pairing.TrustListener;
import io.latchkey.server.internal.session.Clients;
import io.latchkey.server.internal.store.StoredBridge;
import io.latchkey.server.internal.work.CallLanes.Lane;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a bridge of what is stored of it and of its configuration. Holds no state of the bridge; its stages end on
 * {@code latchkey-home}, and none of its methods waits.
 */
final class BridgeLoader {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeLoader.class);

    private final BridgeServices parts;
    private final StoredBridge stored;
    private final Optional<BridgeOwner> owner;
    private final Clients clients;
    private final Supplier<Settings> settings;
    private final BridgeHistory history;
    private final BridgeCounters counters;

    /**
     * Prepares to load one bridge.
     *
     * @param owner whose it is, if no configuration names it
     * @param settings the configuration as it is now
     * @param history gets what is stored of it, and what happens from then on
     * @param counters of what it does
     */
    BridgeLoader(
            BridgeServices parts,
            StoredBridge stored,
            Optional<BridgeOwner> owner,
            Clients clients,
            Supplier<Settings> settings,
            BridgeHistory history,
            BridgeCounters counters) {
        this.parts = parts;
        this.stored = stored;
        this.owner = owner;
        this.clients = clients;
        this.settings = settings;
        this.history = history;
        this.counters = counters;
    }

    /**
     * Reads what is stored, and makes what is missing.
     *
     * @param database hears of what happens in its accessories
     * @param trusted hears of whom it trusts
     * @return fails with a {@link StoreException} when the disk refuses, or when the id is that of a further bridge of another
     *     configuration
     */
    CompletionStage<LoadedBridge> load(Settings now, DatabaseListener database, TrustListener trusted) {
        return stored.load()
                .thenCompose(this::begun)
                .thenCompose(memory -> Trust.open(
                        stored,
                        now.setup(),
                        parts.random(),
                        parts.workers()::nanoTime,
                        parts.clock(),
                        parts.workers().crypto(),
                        trusted))
                .thenApply(trust -> assembled(trust, database));
    }

    /** Makes a running bridge what another configuration of the same id and address wants. */
    CompletionStage<Void> apply(LoadedBridge bridge, Settings before, Settings changed) {
        CompletionStage<Void> code = before.setup().equals(changed.setup())
                ? CompletableFuture.completedFuture(null)
                : bridge.trust().options(changed.setup());
        return code.thenCompose(done -> showItself(bridge));
    }

    /** Shows the bridge as an accessory by its present name and identity. */
    CompletionStage<Void> showItself(LoadedBridge bridge) {
        return bridge.database().self(self(bridge.trust()));
    }

    /** Lets an accessory show itself, in its lane. */
    void identify(PublishedAccessory accessory) {
        Runnable routine = accessory.definition().identify().orElse(() -> {});
        parts.lanes().offer(new Lane(accessory.provider(), accessory.aid()), routine);
    }

    private CompletionStage<BridgeMemory> begun(BridgeMemory memory) {
        memory.get(Domain.HISTORY).ifPresent(history::recall);
        Optional<BridgeOwner> another = owner.isPresent() ? Optional.empty() : BridgeOwner.of(memory);
        if (another.isPresent()) {
            throw new StoreException(
                    BridgeIds.refusal(stored.id(), another.get().text()).getMessage());
        }
        return stored.change(
                owner.<UnaryOperator<BridgeMemory>>map(own -> own::begun).orElse(UnaryOperator.identity()));
    }

    private LoadedBridge assembled(Trust trust, DatabaseListener listener) {
        SlowAnswers slow = new SlowAnswers(history);
        Access access =
                new Access(parts.workers(), parts.lanes(), parts.deadlines(), slow.andThen(each -> counters.slow()));
        BridgeExtensions extensions = new BridgeExtensions(
                stored,
                parts.workers(),
                access,
                parts.extensions(),
                extension -> settings.get().wants(extension));
        AccessoryDatabase database =
                new AccessoryDatabase(self(trust), owner.flatMap(BridgeOwner::accessory), stored, listener, extensions);
        slow.among(aid -> database.snapshot().find(aid));
        PermittedAccess permitted = new PermittedAccess(access, clients.permit(), extensions::written);
        BridgeServer server = new BridgeServer(
                clients,
                trust,
                new PairingResources(trust, clients, parts.workers(), () -> identify(database)),
                new AccessoriesResource(database, permitted, clients),
                new CharacteristicsResource(
                        database, permitted, clients, trust, parts.workers(), new WriteHistory(history)));
        extensions.start(database::extensionsChanged);
        SessionListener sessions = new MeasuredSessions(counters, new SessionHistory(history, clients, server));
        return new LoadedBridge(
                trust,
                new ConfigurationKeeper(stored),
                database,
                extensions,
                access,
                new MeasuredExchanges(counters, server),
                sessions);
    }

    private Accessory self(Trust trust) {
        String serial = trust.identity().deviceId().text().replace(":", "");
        String name = settings.get().name();
        AccessoryInfo info =
                new AccessoryInfo(name, "Latchkey", BridgeRecord.MODEL, serial, parts.version(), Optional.empty());
        return AccessoryDatabase.self(info, this::identify);
    }

    /** Somebody who hasn't paired yet wants to know which one it is: an accessory that stands alone shows itself. */
    private void identify(AccessoryDatabase database) {
        database.snapshot()
                .find(AccessoryId.BRIDGE)
                .filter(each -> !each.isServer())
                .ifPresentOrElse(this::identify, this::identify);
    }

    private void identify() {
        Settings now = settings.get();
        LOG.info("Bridge {} was asked to show itself: it is \"{}\"", now.id(), now.name());
    }
}
