// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import io.latchkey.api.controller.AccessoryClient;
import io.latchkey.api.controller.AccessoryDescription;
import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.CharacteristicWrite;
import io.latchkey.api.controller.ClientListener;
import io.latchkey.api.controller.ReadOption;
import io.latchkey.api.controller.SnapshotRequest;
import io.latchkey.api.controller.TimeLimits;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.controller.internal.link.PeerNames;
import io.latchkey.controller.internal.link.PendingStages;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** The client of one accessory: gives what is asked to the session there is, and remembers what has to outlive it. */
public final class PairedClient implements AccessoryClient {
    private final DeviceId accessory;
    private final ClientDependencies around;
    private final Consumer<PairedClient> released;
    private final PendingStages pending;
    private final Subscriptions subscriptions = new Subscriptions();
    /** Firmware Revision, which hubs read every minute too; before it is known, what is Identify in most accessories. */
    private final AtomicReference<CharacteristicId> harmless = new AtomicReference<>(CharacteristicId.of(1, 2));

    private final AtomicLong lastPid = new AtomicLong();
    private final ConnectionKeeper line;
    private volatile InetSocketAddress address;

    /**
     * Prepares a client; {@link #open} begins to connect.
     *
     * @param released told once it is closed or unpaired
     */
    public PairedClient(
            DeviceId accessory,
            InetSocketAddress address,
            ClientListener listener,
            TimeLimits limits,
            ClientDependencies around,
            Consumer<PairedClient> released) {
        this.accessory = accessory;
        this.address = address;
        this.around = around;
        this.released = released;
        this.pending = new PendingStages(around.workers());
        ListenerNotifications notices = new ListenerNotifications(
                "listener of " + accessory.text() + " " + listener.getClass().getName(), around);
        VerifyingConnector dialling =
                new VerifyingConnector(accessory, this::address, limits, around, subscriptions, harmless::get);
        this.line = new ConnectionKeeper(
                this::name,
                around.workers(),
                limits.verify(),
                dialling,
                new EventForwarder(listener, this::name),
                notices);
    }

    /** Begins to connect. */
    public void open() {
        line.open();
    }

    @Override
    public DeviceId accessory() {
        return accessory;
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void moved(InetSocketAddress now) {
        PeerNames.requireReachable(now);
        address = now;
        line.open();
    }

    @Override
    public CompletionStage<Void> connected() {
        return show(line.session().thenApply(session -> null));
    }

    @Override
    public CompletionStage<List<AccessoryDescription>> accessories() {
        return ask(session -> session.accessories().thenApply(this::learnt));
    }

    @Override
    public CompletionStage<List<CharacteristicReport>> read(List<CharacteristicId> ids, ReadOption... options) {
        List<CharacteristicId> wanted = some(ids);
        Set<ReadOption> all = EnumSet.noneOf(ReadOption.class);
        all.addAll(Arrays.asList(options));
        return ask(session -> session.read(wanted, all));
    }

    @Override
    public CompletionStage<List<CharacteristicReport>> write(List<CharacteristicWrite> writes) {
        return write(writes, OptionalLong.empty());
    }

    @Override
    public CompletionStage<List<CharacteristicReport>> write(List<CharacteristicWrite> writes, long pid) {
        return write(writes, OptionalLong.of(pid));
    }

    @Override
    public CompletionStage<Void> prepare(long pid, Duration time) {
        requireTime(time);
        return ask(session -> session.prepare(pid, time));
    }

    @Override
    public CompletionStage<List<CharacteristicReport>> writeTimed(List<CharacteristicWrite> writes, Duration time) {
        List<CharacteristicWrite> wanted = some(writes);
        requireTime(time);
        long pid = lastPid.incrementAndGet();
        return ask(session -> session.writeTimed(wanted, pid, time));
    }

    @Override
    public CompletionStage<List<CharacteristicReport>> subscribe(Collection<CharacteristicId> ids) {
        List<CharacteristicId> wanted = some(ids);
        Set<CharacteristicId> added = subscriptions.begin(wanted);
        return show(line.session()
                .thenCompose(session -> session.subscribe(wanted, true))
                .whenComplete(
                        (reports, failure) -> subscriptions.settle(added, failure == null ? reports : List.of())));
    }

    @Override
    public CompletionStage<List<CharacteristicReport>> unsubscribe(Collection<CharacteristicId> ids) {
        List<CharacteristicId> unwanted = some(ids);
        subscriptions.end(unwanted);
        return show(line.session()
                .handle((session, failure) -> failure == null
                        ? session.subscribe(unwanted, false)
                        : CompletableFuture.completedFuture(done(unwanted)))
                .thenCompose(Function.identity()));
    }

    @Override
    public CompletionStage<List<Pairing>> pairings() {
        return ask(AccessorySession::pairings);
    }

    @Override
    public CompletionStage<Void> addPairing(Pairing pairing) {
        return ask(session -> session.add(pairing).thenApply(added -> null));
    }

    @Override
    public CompletionStage<Void> removePairing(ControllerId controller) {
        return ask(session -> session.controller().equals(controller)
                ? leave(session)
                : session.remove(controller).thenApply(removed -> null));
    }

    @Override
    public CompletionStage<byte[]> snapshot(SnapshotRequest request) {
        return ask(session -> session.snapshot(request));
    }

    @Override
    public CompletionStage<Void> unpair() {
        return ask(this::leave);
    }

    @Override
    public void close() {
        pending.close(name());
        release();
    }

    @Override
    public String toString() {
        return name();
    }

    private List<AccessoryDescription> learnt(List<AccessoryDescription> accessories) {
        accessories.stream()
                .flatMap(accessory -> accessory.service(ServiceTypes.ACCESSORY_INFORMATION.uuid()).stream())
                .flatMap(information ->
                        information.characteristic(CharacteristicTypes.FIRMWARE_REVISION.uuid()).stream())
                .findFirst()
                .ifPresent(revision -> harmless.set(revision.id()));
        return accessories;
    }

    private CompletionStage<Void> leave(AccessorySession session) {
        return session.remove(session.controller())
                .thenCompose(removed -> {
                    line.close();
                    return around.keyRing().remove(accessory);
                })
                .thenRun(this::release);
    }

    private void release() {
        line.close();
        released.accept(this);
    }

    private CompletionStage<List<CharacteristicReport>> write(List<CharacteristicWrite> writes, OptionalLong pid) {
        List<CharacteristicWrite> wanted = some(writes);
        return ask(session -> session.write(wanted, pid));
    }

    private <T> CompletionStage<T> ask(Function<AccessorySession, CompletionStage<T>> question) {
        return show(line.session().thenCompose(question));
    }

    private <T> CompletionStage<T> show(CompletionStage<T> stage) {
        return pending.show(name(), stage);
    }

    private String name() {
        return PeerNames.name(accessory, address);
    }

    private static List<CharacteristicReport> done(List<CharacteristicId> ids) {
        return ids.stream()
                .map(id -> CharacteristicReport.of(id, HapStatus.SUCCESS))
                .toList();
    }

    private static <T> List<T> some(Collection<T> things) {
        if (things.isEmpty()) {
            throw new IllegalArgumentException("nothing is asked for");
        }
        return List.copyOf(things);
    }

    private static void requireTime(Duration time) {
        if (time.toMillis() < 1) {
            throw new IllegalArgumentException("a timed write needs at least one millisecond, not " + time);
        }
    }
}
