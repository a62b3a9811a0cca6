// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.transition;

import static io.latchkey.api.model.CharacteristicTypes.BRIGHTNESS;
import static io.latchkey.api.model.CharacteristicTypes.CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT;
import static io.latchkey.api.model.CharacteristicTypes.CHARACTERISTIC_VALUE_TRANSITION_CONTROL;
import static io.latchkey.api.model.CharacteristicTypes.COLOR_TEMPERATURE;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.server.internal.access.Access;
import io.latchkey.server.internal.access.Deadlines;
import io.latchkey.server.internal.database.AccessoryDatabase;
import io.latchkey.server.internal.database.ContributedAccessories;
import io.latchkey.server.internal.database.DatabaseListener;
import io.latchkey.server.internal.database.FurtherBridgeStarter;
import io.latchkey.server.internal.database.PlacedBridges;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.database.PublishedService;
import io.latchkey.server.internal.database.ReturnedCharacteristic;
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.database.Timing;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.InlineWorkers;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.WarmLamp;
import io.latchkey.server.internal.store.StoredBridge;
import io.latchkey.server.internal.work.CallLanes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A database with one lamp that can follow a curve and one that can't; everything happens on the test's thread. */
final class LightingRig implements DatabaseListener {
    private final InlineWorkers workers = new InlineWorkers();
    private final WarmLamp lamp = new WarmLamp("Lamp");
    private final List<String> events = new ArrayList<>();
    private final AdaptiveLighting lighting;
    private final AccessoryDatabase database;
    private final ContributedAccessories offering;
    private AccessorySink sink;
    private boolean wanted = true;
    private boolean echoing;

    LightingRig(FakeStore store) {
        Access access = new Access(workers, new CallLanes(), Deadlines.USUAL);
        StoredBridge stored = new StoredBridge("home", store, workers);
        stored.load();
        lighting = new AdaptiveLighting(stored, workers, access, () -> workers.nanoTime() / 1_000_000, () -> wanted);
        database = new AccessoryDatabase(
                AccessoryDatabase.self(AccessoryInfo.named("Bridge"), () -> {}), stored, this, lighting);
        FurtherBridgeStarter none = index -> CompletableFuture.completedFuture(Optional.empty());
        offering = new ContributedAccessories(
                new PlacedBridges(database, none, List.of()),
                workers,
                () -> Instant.ofEpochSecond(0, workers.nanoTime()),
                Timing.USUAL,
                () -> Duration.ZERO);
        join();
    }

    InlineWorkers workers() {
        return workers;
    }

    WarmLamp lamp() {
        return lamp;
    }

    /** Lets the provider come. */
    void join() {
        sink = offering.join("test");
        sink.put(lamp.accessory());
        sink.put(new LampAccessory("Plain").accessory());
        sink.complete();
        pass(Duration.ofSeconds(1));
    }

    /** Lets the provider go. */
    void leave() {
        offering.leave(sink);
        pass(Duration.ofSeconds(1));
    }

    /** Lets the lamp go for good. */
    void remove() {
        sink.remove("Lamp");
        pass(Duration.ofSeconds(1));
    }

    /** Changes the setting. */
    void wanted(boolean isWanted) {
        wanted = isWanted;
        database.self(AccessoryDatabase.self(AccessoryInfo.named("Bridge"), () -> {}));
        pass(Duration.ofSeconds(1));
    }

    /** Lets the lamp tell the host what it was told. */
    void echoing() {
        echoing = true;
    }

    /** Sends a curve that begins now. */
    void begin() throws ExecutionException, InterruptedException {
        control(Request.update(Request.configuration(iid(COLOR_TEMPERATURE), Request.curve(iid(BRIGHTNESS)))));
    }

    /** Sends a curve and lets the lamp get its first colour. */
    void running() throws ExecutionException, InterruptedException {
        begin();
        pass(Duration.ofMillis(1));
        lamp.takeWarmths();
        takeEvents();
    }

    /** Lets time pass, in steps in which the lamp may speak. */
    void pass(Duration time) {
        long steps = Math.max(1, time.toSeconds() / 10);
        for (long i = 0; i < steps; i++) {
            workers.advance(time.dividedBy(steps));
            if (echoing) {
                changed(COLOR_TEMPERATURE, value(COLOR_TEMPERATURE));
            }
        }
    }

    /** Writes the control point. */
    String control(String request) throws ExecutionException, InterruptedException {
        Write write = new Write(
                Value.of(Request.bytes(request)), new ControllerId("HUB"), Optional.empty(), false, Runnable::run);
        Value answer = published(CHARACTERISTIC_VALUE_TRANSITION_CONTROL)
                .definition()
                .writer()
                .orElseThrow()
                .apply(write)
                .toCompletableFuture()
                .get();
        return Request.hex(((Value.Bytes) answer).content());
    }

    /** Reads the control point. */
    String readControl() {
        return Request.hex(((Value.Bytes) value(CHARACTERISTIC_VALUE_TRANSITION_CONTROL)).content());
    }

    boolean isRunning() {
        return isOffered()
                && value(CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT).equals(Value.of(1L));
    }

    boolean isOffered() {
        return service("Lamp")
                .definition()
                .find(CHARACTERISTIC_VALUE_TRANSITION_CONTROL)
                .isPresent();
    }

    int characteristicsOfPlainLamp() {
        return service("Plain").characteristics().size();
    }

    /** The host tells a change. */
    void changed(CharacteristicType type, Value value) {
        sink.changed(lamp.definition(type), value);
    }

    /** A controller is about to write. */
    void written(CharacteristicType type) {
        lighting.written(published(type));
    }

    long iid(CharacteristicType type) {
        return published(type).id().iid().value();
    }

    /** What subscribers heard. */
    List<String> takeEvents() {
        List<String> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    void close() {
        database.close();
    }

    @Override
    public void published(Snapshot snapshot) {
        // nobody listens
    }

    @Override
    public void changed(PublishedCharacteristic characteristic, Value value) {
        String number = value instanceof Value.Whole whole
                ? Long.toString(whole.number())
                : value instanceof Value.Decimal decimal ? Double.toString(decimal.number()) : value.toString();
        events.add(characteristic.definition().type().name() + " " + number);
    }

    @Override
    public void repeated(PublishedCharacteristic characteristic, Value value) {
        // no news
    }

    @Override
    public void returned(List<ReturnedCharacteristic> characteristics) {
        // nobody has subscribed
    }

    @Override
    public void waits(Optional<String> why) {
        // all shapes are known
    }

    @Override
    public void problem(Optional<String> problem) {
        // no trouble
    }

    private Value value(CharacteristicType type) {
        return published(type)
                .definition()
                .reader()
                .orElseThrow()
                .get()
                .toCompletableFuture()
                .join();
    }

    private PublishedCharacteristic published(CharacteristicType type) {
        return service("Lamp").characteristics().stream()
                .filter(each -> each.definition().type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private PublishedService service(String accessory) {
        return database.snapshot().accessories().stream()
                .filter(each -> each.definition().key().equals(accessory))
                .map(each -> each.services().get(1))
                .findFirst()
                .orElseThrow();
    }
}
