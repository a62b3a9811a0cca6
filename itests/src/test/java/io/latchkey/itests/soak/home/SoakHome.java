// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak.home;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * A home for load tests, packed into a bundle of its own: numbers that controllers raise, others that rise by themselves up
 * to 200 times a second, buttons that press themselves, and characteristics that refuse or don't answer. The description of
 * each is its kind and its number. Writing true to the one called {@code calm 0} stops all that moves by itself.
 */
public final class SoakHome implements BundleActivator, AccessoryProvider {
    /** What the bundle consists of, the activator first. */
    public static final List<Class<?>> CLASSES =
            List.of(SoakHome.class, Things.class, Rising.class, Movement.class, SoakTypes.class);
    /** How many numbers there are that one session raises alone. */
    public static final int COUNTERS = 64;

    private static final int ACCESSORIES = 8;
    private static final int BEAT_MILLIS = 5;
    private static final int MOMENT_MILLIS = 2;
    private static final int[] TICKS = {1, 2, 4, 10, 20, 40, 100, 200};
    private static final int[] PRESSES = {160, 200};
    private static final int[] MOTIONS = {140, 33};
    private static final int TELLING = 200;
    private static final List<String> WORDS =
            List.of("", " \"quoted\"", " \\ /\t", " \u00fcber \u20ac", " \ud83d\udca1", " <&>", " x".repeat(20));
    private static final Map<CharacteristicType, ServiceType> SERVICES = Map.of(
            CharacteristicTypes.ON, ServiceTypes.SWITCH,
            CharacteristicTypes.MOTION_DETECTED, ServiceTypes.MOTION_SENSOR,
            CharacteristicTypes.PROGRAMMABLE_SWITCH_EVENT, ServiceTypes.STATELESS_PROGRAMMABLE_SWITCH);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Executor moment =
            CompletableFuture.delayedExecutor(MOMENT_MILLIS, TimeUnit.MILLISECONDS, timer::execute);

    @Override
    public void start(BundleContext context) {
        context.registerService(AccessoryProvider.class, this, null);
    }

    @Override
    public void stop(BundleContext context) {
        timer.shutdownNow();
    }

    @Override
    public String id() {
        return "soak";
    }

    @Override
    public AutoCloseable open(BridgeView bridge, AccessorySink sink) {
        Movement movement = new Movement();
        Things things = new Things(sink, movement, moment);
        for (int number = 0; number < ACCESSORIES; number++) {
            sink.put(accessory(number, things));
        }
        sink.complete();
        var beats = timer.scheduleAtFixedRate(movement, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        return () -> beats.cancel(false);
    }

    /** A number as a text of one to 64 bytes. */
    public static String word(long number) {
        return number + WORDS.get((int) (number % WORDS.size()));
    }

    /** The number that a text was made of. */
    public static long number(String word) {
        return Long.parseLong(word.split("[^0-9]", 2)[0]);
    }

    private static Accessory accessory(int number, Things things) {
        Accessory.Builder accessory = Accessory.of("soak" + number).name("Soak " + number);
        for (int counter = number; counter < COUNTERS; counter += ACCESSORIES) {
            add(accessory, things.number("counter " + counter, counter / ACCESSORIES, SoakTypes.ALL));
        }
        add(accessory, things.number("shared " + number, number, SoakTypes.ALL));
        add(accessory, things.word("word " + number));
        add(accessory, things.tick("tick " + number, TICKS[number]));
        add(accessory, things.plain("switch " + number, CharacteristicTypes.ON, Value.FALSE));
        if (number < 2) {
            add(accessory, things.number("timed " + number, number, SoakTypes.TIMED));
            add(accessory, things.number("answer " + number, number, SoakTypes.ANSWERING));
            add(accessory, things.plain("level " + number, SoakTypes.LEVEL, Value.of(0.0)));
            add(accessory, things.plain("choice " + number, SoakTypes.CHOICE, Value.of(1)));
            add(accessory, things.press("press " + number, PRESSES[number], number + 1));
            add(accessory, things.motion("motion " + number, MOTIONS[number]));
        }
        if (number == 0) {
            add(accessory, things.calm("calm 0"));
            add(accessory, things.secret("secret 0"));
            add(accessory, things.broken("broken 0"));
            add(accessory, things.deaf("deaf 0", TELLING));
        }
        return accessory.build();
    }

    private static void add(Accessory.Builder accessory, Characteristic characteristic) {
        ServiceType type = SERVICES.getOrDefault(characteristic.type(), SoakTypes.SERVICE);
        accessory.with(Service.of(type)
                .key(characteristic.description().orElseThrow())
                .with(characteristic)
                .build());
    }
}
