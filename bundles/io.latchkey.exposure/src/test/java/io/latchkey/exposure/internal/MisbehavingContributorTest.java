// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.api.provider.RememberedAccessory;
import io.latchkey.api.testing.Misbehaviour;
import io.latchkey.api.testing.Misbehaviour.Fault;
import io.latchkey.api.testing.QuickWorkers;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.exposure.internal.SoundContributors.Plain;
import io.latchkey.exposure.internal.SoundContributors.Registry;
import io.latchkey.exposure.internal.SoundContributors.Type;
import io.latchkey.server.internal.work.CallLanes;
import io.latchkey.server.internal.work.ContributorsComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each method of each kind of contributor that makes accessories of items, with each fault: the lamp beside it answers, hears
 * and obeys, the culprit is named, its place in Home stays, and each thread comes back.
 */
@Timeout(60)
class MisbehavingContributorTest {
    private static final String ODD = "odd:Odd";
    private static final String LAMP = "sound:Lamp";
    /**
     * What an answer may take on a busy machine. What is held by the culprit stays held until it is let go, which is after all
     * answers, so that a longer time hides nothing.
     */
    private static final long USUAL_MILLIS = 10_000;

    private final QuickWorkers workers = new QuickWorkers();
    private final CallLanes lanes = new CallLanes();
    private final ContributorsComponent contributors = new ContributorsComponent(workers, lanes);
    private final Exposure exposure = new Exposure(workers, contributors, new OneBridgeStore());
    private final CheckVerb check = new CheckVerb(exposure, new FixedPlaces());
    private final ConcurrentSink sink = new ConcurrentSink();
    private final List<Thread> hosts = new ArrayList<>();
    private final Registry sound = new Registry(contributors, item("Lamp", "Switch", "OFF", "SoundType"));
    private final Registry odd = new Registry(contributors, item("Odd", "Switch", "OFF", "OddType"));

    static Stream<Arguments> everyMethodAndFault() {
        return Stream.of(AccessoryType.class, Mapping.class, Behaviour.class, ItemRegistry.class)
                .flatMap(spi -> Misbehaviour.methods(spi)
                        .flatMap(method ->
                                Arrays.stream(Fault.values()).map(fault -> Arguments.of(spi, method, fault))));
    }

    @AfterEach
    void stop() {
        lanes.stop();
        workers.close();
    }

    @ParameterizedTest(name = "{0}.{1} {2}")
    @MethodSource("everyMethodAndFault")
    void othersDontNotice(Class<?> spi, String method, Fault fault) throws Exception {
        Misbehaviour misbehaviour = new Misbehaviour(method, fault);
        sink.remembered.put(ODD, new RememberedAccessory(ODD, Optional.empty()));
        exposure.addType(Type.of("SoundType", new Plain(), Optional.empty()), Map.of());
        exposure.addType(SpoiltType.of(spi, misbehaviour), Map.of());
        exposure.addRegistry(sound, Map.of(ItemRegistry.PROPERTY_HOST, "sound"));
        exposure.addRegistry(
                spi == ItemRegistry.class ? misbehaviour.in(ItemRegistry.class, odd) : odd,
                Map.of(ItemRegistry.PROPERTY_HOST, "odd"));
        AutoCloseable open = exposure.open(new BridgeView("home", "Home", "", ""), sink);
        await("the lamp is there", () -> sink.accessories.containsKey(LAMP));
        lampIsWell(Value.TRUE);
        poke();
        await("it was called", () -> misbehaviour.calls() > 0 || isPokedAgain());
        lampIsWell(Value.FALSE);
        await("the verb check names the culprit", () -> isNamed(spi, method));
        lampIsWell(Value.TRUE);
        assertEquals(List.of(), sink.removed);

        misbehaviour.letGo();
        await("all threads are back", () -> misbehaviour.threads() == 0);
        for (Thread host : hosts) {
            host.join(10_000);
            assertTrue(!host.isAlive(), "the host has its thread back");
        }
        lampIsWell(Value.FALSE);
        open.close();
    }

    /** The lamp is read, is told something, obeys and says so, each in its usual time. */
    private void lampIsWell(Value wanted) throws Exception {
        Characteristic on = on(LAMP).orElseThrow();
        ItemState state = wanted.equals(Value.TRUE) ? ItemState.OnOff.ON : ItemState.OnOff.OFF;
        usual(write(on, wanted));
        awaitUsual(
                "its item obeys", () -> sound.item("Lamp").orElseThrow().state().equals(state));
        awaitUsual("it says so", () -> wanted.equals(sink.heard.get(on)));
        assertEquals(wanted, usual(on.reader().orElseThrow().get()));
    }

    /** Everything that can happen to the odd one, on threads as a host and a bridge have. */
    private void poke() throws Exception {
        Thread host = new Thread(() -> {
            odd.update("Odd", ItemState.Missing.NULL);
            odd.update("Odd", ItemState.OnOff.ON);
        });
        hosts.add(host);
        host.start();
        Optional<Characteristic> on = on(ODD);
        if (on.isPresent()) {
            long begin = System.nanoTime();
            on.get().reader().orElseThrow().get();
            write(on.get(), Value.FALSE);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            assertTrue(millis < USUAL_MILLIS, "the thread of the bridge was held for " + millis + " ms");
        }
    }

    /** The odd one may not have been there yet: nobody says that its host and its type come before those of the lamp. */
    private boolean isPokedAgain() {
        try {
            poke();
            check.run(List.of());
            return false;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private boolean isNamed(Class<?> spi, String method) {
        String culprit = spi == ItemRegistry.class ? "item registry odd" : "accessory type ";
        return check.run(List.of()).outputs().stream()
                .filter(VerbResult.Output.Table.class::isInstance)
                .flatMap(table -> ((VerbResult.Output.Table) table).rows().stream())
                .anyMatch(row -> row.get(0).startsWith(culprit) && row.get(1).contains(method));
    }

    private Optional<Characteristic> on(String key) {
        return Optional.ofNullable(sink.accessories.get(key))
                .flatMap(accessory -> accessory.services().get(0).find(CharacteristicTypes.ON));
    }

    private static CompletionStage<Value> write(Characteristic on, Value value) {
        List<Runnable> gathered = new ArrayList<>();
        CompletionStage<Value> answer = on.writer()
                .orElseThrow()
                .apply(new Write(value, new ControllerId("phone"), Optional.empty(), false, gathered::add));
        gathered.forEach(Runnable::run);
        return answer;
    }

    private static Value usual(CompletionStage<Value> answer) throws Exception {
        return answer.toCompletableFuture().get(USUAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static void awaitUsual(String what, BooleanSupplier condition) {
        await(what, condition, USUAL_MILLIS);
    }

    private static void await(String what, BooleanSupplier condition) {
        await(what, condition, 20_000);
    }

    private static void await(String what, BooleanSupplier condition, long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what + " within " + millis + " ms");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }
}
