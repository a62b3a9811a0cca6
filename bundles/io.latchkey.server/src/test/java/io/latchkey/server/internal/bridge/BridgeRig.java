// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeMeasures;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.concurrent.ContributorFailure;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.extension.AccessoryExtension;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.transport.Answer;
import io.latchkey.pairing.Credentials;
import io.latchkey.server.internal.access.Deadlines;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.database.Timing;
import io.latchkey.server.internal.extension.InstalledExtensions;
import io.latchkey.server.internal.fake.FakeAdvertiser;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.InlineWorkers;
import io.latchkey.server.internal.fake.MemoryTransport;
import io.latchkey.server.internal.fake.ServerWait;
import io.latchkey.server.internal.item.WatchedItems;
import io.latchkey.server.internal.work.CallLanes;
import io.latchkey.server.internal.work.ContributorsComponent;
import io.latchkey.server.internal.work.WorkersComponent;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A whole bridge upon a wire, a network, a clock and a store of the test's own: bytes in, bytes out. */
public final class BridgeRig implements AutoCloseable {
    /** A controller with admin permission in every rig that starts paired. */
    public static final ControllerId ADMIN = new ControllerId("ADMIN");
    /** A controller without. */
    public static final ControllerId GUEST = new ControllerId("GUEST");

    private final InlineWorkers manual = new InlineWorkers();
    private final MemoryTransport transport = new MemoryTransport();
    private final FakeAdvertiser advertiser = new FakeAdvertiser();
    private final CallLanes lanes = new CallLanes();
    private final Set<AccessoryProvider> providers = ConcurrentHashMap.newKeySet();
    private final Map<String, Object> properties = new HashMap<>(Map.of("id", "home", "bindAddress", "127.0.0.1"));
    private final FakeStore store;
    private final Workers workers;
    private final PublishedMeasures measured = new PublishedMeasures();
    private final BridgeGroup group;
    private final Contributors contributors;
    private final InstalledExtensions extensions;
    private final WatchedItems items;

    private BridgeRig(
            Optional<WorkersComponent> live,
            Timing timing,
            FakeStore store,
            Map<String, ?> more,
            AccessoryProvider... first) {
        this.workers = live.<Workers>map(each -> each).orElse(manual);
        this.contributors = live.<Contributors>map(each -> new ContributorsComponent(each, lanes))
                .orElseGet(InlineContributors::new);
        this.extensions = new InstalledExtensions(contributors, workers);
        this.items = new WatchedItems(contributors, workers);
        this.store = store;
        properties.putAll(more);
        providers.addAll(List.of(first));
        BridgeServices parts = new BridgeServices(
                transport,
                advertiser,
                store,
                workers,
                lanes,
                extensions,
                items,
                new SecureRandom(),
                this::now,
                timing,
                Deadlines.USUAL,
                "1.2.3",
                measured,
                false);
        group = new BridgeGroup(Settings.of(properties), parts, new BridgeIds(), providers);
    }

    /** A bridge that has not started. */
    public static BridgeRig of(FakeStore store, Map<String, ?> properties, AccessoryProvider... providers) {
        return new BridgeRig(Optional.empty(), Timing.USUAL, store, properties, providers);
    }

    /** A bridge that listens, paired with {@link #ADMIN} and {@link #GUEST}. */
    public static BridgeRig paired(AccessoryProvider... providers) {
        return of(pairedStore(), Map.of(), providers).ready();
    }

    /** As {@link #paired}, on real threads and in real time; the caller stops them. */
    public static BridgeRig live(WorkersComponent workers, Timing timing, AccessoryProvider... providers) {
        return new BridgeRig(Optional.of(workers), timing, pairedStore(), Map.of(), providers).ready();
    }

    /** As {@link #live(WorkersComponent, Timing, AccessoryProvider...)}, upon a store that is given. */
    public static BridgeRig live(
            WorkersComponent workers, Timing timing, FakeStore store, AccessoryProvider... providers) {
        return new BridgeRig(Optional.of(workers), timing, store, Map.of(), providers).ready();
    }

    /** A store of a bridge that is paired with {@link #ADMIN} and {@link #GUEST}. */
    public static FakeStore pairedStore() {
        FakeStore store = new FakeStore();
        store.save("home", Domain.IDENTITY, Credentials.newIdentity(new SecureRandom()));
        store.save(
                "home",
                Domain.PAIRINGS,
                new Pairings(List.of(
                        new Pairing(ADMIN, new byte[32], Permissions.ADMIN),
                        new Pairing(GUEST, new byte[32], Permissions.REGULAR))));
        return store;
    }

    /** A bridge that listens and that nobody is paired with. */
    public static BridgeRig unpaired(AccessoryProvider... providers) {
        return of(new FakeStore(), Map.of(), providers).ready();
    }

    /** Starts and waits until it listens. */
    public BridgeRig ready() {
        group.start();
        if (providers.isEmpty()) {
            pass(Timing.USUAL.firstProvider());
        }
        ServerWait.until("the bridge listens", () -> transport.listener().isPresent());
        ServerWait.until("what a provider began has ended", manual::isIdle);
        return this;
    }

    /** What people read on the clock. */
    public Instant now() {
        return Instant.ofEpochSecond(0, workers.nanoTime());
    }

    /** What it shows though it isn't there. */
    public List<AbsentAccessory> absent() {
        return group.absent(bridge());
    }

    /** Starts without waiting. */
    public BridgeRig start() {
        group.start();
        return this;
    }

    /** Changes the configuration. */
    public void change(String key, Object value) {
        properties.put(key, value);
        group.change(Settings.of(properties));
    }

    /** Lets a provider come. */
    public void add(AccessoryProvider provider) {
        providers.add(provider);
        group.providersChanged();
    }

    /** Lets a provider go. */
    public void remove(AccessoryProvider provider) {
        providers.remove(provider);
        group.providersChanged();
    }

    /** Lets an extension come. */
    public void add(AccessoryExtension extension) {
        extensions.addExtension(extension);
    }

    /** The items that it listens to itself. */
    public WatchedItems items() {
        return items;
    }

    /** Lets an extension go. */
    public void remove(AccessoryExtension extension) {
        extensions.removeExtension(extension);
    }

    /** Resets it to what it was when it was new. */
    public void reset() {
        actions().reset();
    }

    /** Lets changes settle. */
    public void settle() {
        pass(Duration.ofSeconds(1));
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        ServerWait.until("what a provider began has ended", manual::isIdle);
        manual.pass(time);
        ServerWait.until("what a provider began has ended", manual::isIdle);
    }

    /** A connection that is not verified. */
    public FakeSession plain() {
        return listener().connect();
    }

    /** A connection of that controller. */
    public FakeSession session(ControllerId controller) {
        FakeSession session = plain();
        session.secure(controller);
        return session;
    }

    /** Sends a request and waits for the answer. */
    public Answer ask(FakeSession session, String method, String target, String body) {
        return listener().ask(session, method, target, body);
    }

    /** Reads, on a connection of the admin. */
    public Answer get(String target) {
        return ask(session(ADMIN), "GET", target, "");
    }

    /** The text of a body. */
    public static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** The address of a characteristic: by accessory key and type name. */
    public CharacteristicId id(String accessory, String type) {
        return published(accessory, type)
                .orElseThrow(() -> new AssertionError("no " + type + " in " + accessory))
                .id();
    }

    /** The characteristic, if it is published. */
    public Optional<PublishedCharacteristic> published(String accessory, String type) {
        List<PublishedCharacteristic> found = new ArrayList<>();
        bridge().loaded().orElseThrow().database().snapshot().accessories().stream()
                .filter(each -> each.definition().key().equals(accessory))
                .flatMap(each -> each.services().stream())
                .flatMap(each -> each.characteristics().stream())
                .filter(each -> each.definition().type().name().equals(type))
                .forEach(found::add);
        return found.stream().findFirst();
    }

    /** How it is. */
    public BridgeStatus status() {
        return BridgeReport.of(bridge(), "p1", Optional.empty(), group.notices());
    }

    /** It alone, as examinations see it. */
    public ExaminedBridges examined() {
        return new ExaminedRig(this);
    }

    /** What the bridge has counted. */
    public BridgeMeasures measures() {
        return measured.of("home");
    }

    /** Which bridges show what they count. */
    List<String> measured() {
        return measured.ids();
    }

    /** Its configuration number. */
    public int number() {
        return status().configuration().value();
    }

    /** Who failed of late. */
    public List<ContributorFailure> failures() {
        return contributors.failures();
    }

    /** What it shows. */
    public List<AccessoryStatus> accessories() {
        return BridgeReport.accessories(bridge());
    }

    Set<AccessoryProvider> providers() {
        return providers;
    }

    BridgeGroup group() {
        return group;
    }

    Bridge bridge() {
        return group.first();
    }

    BridgeActions actions() {
        return new BridgeActions(bridge(), group);
    }

    /** The open port. */
    public MemoryTransport.FakeListener listener() {
        return transport.listener().orElseThrow();
    }

    /** The wire. */
    public MemoryTransport transport() {
        return transport;
    }

    /** The network. */
    public FakeAdvertiser advertiser() {
        return advertiser;
    }

    /** The store. */
    public FakeStore store() {
        return store;
    }

    /** The threads for foreign code. */
    public CallLanes lanes() {
        return lanes;
    }

    /** The threads and the clock. */
    public InlineWorkers workers() {
        return manual;
    }

    @Override
    public void close() {
        new BridgeStops().await(group.leave());
        group.end();
        lanes.stop();
    }
}
