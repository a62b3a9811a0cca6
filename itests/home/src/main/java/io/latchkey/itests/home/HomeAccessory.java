// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.home;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.provider.AccessorySink;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The accessory of the test home on one bridge: a lamp, a button, a motion sensor, and all {@link Probe}s. */
final class HomeAccessory {
    private static final String NAME = "Test Home";
    private static final byte[] SECRET = {'s', 'e', 'c', 'r', 'e', 't'};
    private static final int BLOB_LENGTH = 16;
    private static final long TICK_MILLIS = 10;
    private static final long SLOW_MILLIS = 500;
    private static final ServiceType PROBES = new ServiceType(
            "Probes", "Probes", new HapUuid("0000FFFF-6C61-7463-686B-657974657374"), List.of(), List.of());

    private final AccessorySink sink;
    private final ScheduledExecutorService clock;
    private final Map<CharacteristicType, Value> values = new ConcurrentHashMap<>();
    private final Map<Probe, Characteristic> probes = new EnumMap<>(Probe.class);
    private final Characteristic button;
    private final Characteristic motion;
    private final AtomicBoolean hung = new AtomicBoolean();
    private volatile Future<?> counting = CompletableFuture.completedFuture(null);

    HomeAccessory(AccessorySink sink, ScheduledExecutorService clock) {
        this.sink = sink;
        this.clock = clock;
        button =
                Characteristic.of(CharacteristicTypes.PROGRAMMABLE_SWITCH_EVENT).build();
        motion = Characteristic.of(CharacteristicTypes.MOTION_DETECTED)
                .value(() -> value(CharacteristicTypes.MOTION_DETECTED, Format.BOOL))
                .build();
        for (Probe probe : Probe.values()) {
            probes.put(probe, characteristic(probe));
        }
        values.put(Probe.BLOB.type(), Value.of(new byte[BLOB_LENGTH]));
    }

    Accessory accessory() {
        Service.Builder service = Service.of(PROBES);
        probes.values().forEach(service::with);
        return Accessory.of("gadget")
                .name(NAME)
                .identify(() -> count(Probe.IDENTIFIED))
                .with(lamp())
                .with(Service.of(ServiceTypes.STATELESS_PROGRAMMABLE_SWITCH)
                        .with(button)
                        .build())
                .with(Service.of(ServiceTypes.MOTION_SENSOR).with(motion).build())
                .with(service.build())
                .build();
    }

    void stop() {
        counting.cancel(false);
    }

    private Service lamp() {
        return Service.of(ServiceTypes.LIGHTBULB)
                .with(kept(CharacteristicTypes.ON))
                .with(kept(CharacteristicTypes.BRIGHTNESS))
                .with(kept(CharacteristicTypes.HUE))
                .with(kept(CharacteristicTypes.SATURATION))
                .primary()
                .build();
    }

    private Characteristic kept(CharacteristicType type) {
        Characteristic[] handle = new Characteristic[1];
        handle[0] = Characteristic.of(type)
                .value(() -> value(type, type.format()))
                .onWrite(value -> {
                    values.put(type, value);
                    sink.changed(handle[0], value);
                })
                .build();
        return handle[0];
    }

    private Characteristic characteristic(Probe probe) {
        Characteristic.Builder builder = Characteristic.of(probe.type());
        if (probe.type().permissions().contains(Permission.PAIRED_READ)) {
            switch (probe) {
                case HANG, THROW, SLOW -> builder.read(() -> reluctant(probe));
                default -> builder.value(() -> value(probe));
            }
        }
        if (probe.type().permissions().contains(Permission.PAIRED_WRITE)) {
            builder.write(write -> written(probe, write));
        }
        return builder.build();
    }

    private CompletionStage<Value> written(Probe probe, Write write) {
        switch (probe) {
            case HANG, THROW -> {
                hung.set(true);
                return reluctant(probe);
            }
            case SLOW -> {
                values.put(probe.type(), write.value());
                return reluctant(probe);
            }
            case AUTHORIZED -> authorize(write);
            case ORDER -> obey(((Value.Text) write.value()).text());
            case LEVEL, OTHER_LEVEL -> note(probe, write.value());
            default -> {}
        }
        show(probe, probe == Probe.STUBBORN ? value(probe) : write.value());
        return CompletableFuture.completedFuture(
                probe.type().permissions().contains(Permission.WRITE_RESPONSE) ? write.value() : Value.NULL);
    }

    private CompletionStage<Value> reluctant(Probe probe) {
        if (probe == Probe.THROW) {
            throw new IllegalStateException("as ordered");
        }
        CompletableFuture<Value> answer = new CompletableFuture<>();
        if (probe == Probe.SLOW) {
            clock.schedule(() -> answer.complete(value(probe)), SLOW_MILLIS, TimeUnit.MILLISECONDS);
        } else if (hung.compareAndSet(false, true)) {
            answer.complete(value(probe));
        }
        return answer;
    }

    private static void authorize(Write write) {
        if (!write.authorization().equals(Optional.of(new Value.Bytes(SECRET)))) {
            throw new HapStatusException(HapStatus.INSUFFICIENT_AUTHORIZATION, "not the secret");
        }
    }

    private void note(Probe probe, Value value) {
        String before = ((Value.Text) value(Probe.JOURNAL)).text();
        String entry = probe + "=" + ((Value.Whole) value).number();
        values.put(Probe.JOURNAL.type(), Value.of(before.isEmpty() ? entry : before + " " + entry));
    }

    private void obey(String order) {
        String[] words = order.split(" ");
        int number = words.length > 1 ? Integer.parseInt(words[1]) : 0;
        switch (words[0]) {
            case "level" -> show(Probe.LEVEL, Value.of((long) number));
            case "count" -> startCounting(number, Integer.parseInt(words[2]));
            case "press" -> press(number);
            case "motion" -> move(number);
            case "blob" -> values.put(Probe.BLOB.type(), Value.of(new byte[number]));
            case "forget" -> values.remove(Probe.JOURNAL.type());
            default -> throw new HapStatusException(HapStatus.INVALID_VALUE, "no such order: " + order);
        }
    }

    private void startCounting(int times, int perSecond) {
        counting.cancel(false);
        long perTick = Math.max(1, perSecond * TICK_MILLIS / TimeUnit.SECONDS.toMillis(1));
        long[] left = {times};
        counting = clock.scheduleAtFixedRate(
                () -> {
                    for (long i = 0; i < perTick && left[0] > 0; i++, left[0]--) {
                        count(Probe.COUNTER);
                    }
                    if (left[0] == 0) {
                        counting.cancel(false);
                    }
                },
                0,
                TICK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private void count(Probe probe) {
        long before = ((Value.Whole) value(probe)).number();
        show(probe, Value.of(before + 1));
    }

    private void press(int times) {
        for (int i = 0; i < times; i++) {
            sink.changed(button, Value.of(0L));
        }
    }

    private void move(int times) {
        for (int i = 0; i < times; i++) {
            Value now = value(CharacteristicTypes.MOTION_DETECTED, Format.BOOL).equals(Value.TRUE)
                    ? Value.FALSE
                    : Value.TRUE;
            values.put(CharacteristicTypes.MOTION_DETECTED, now);
            sink.changed(motion, now);
        }
    }

    private void show(Probe probe, Value value) {
        values.put(probe.type(), value);
        sink.changed(probes.get(probe), value);
    }

    private Value value(Probe probe) {
        return value(probe.type(), probe.type().format());
    }

    private Value value(CharacteristicType type, Format format) {
        return values.getOrDefault(type, initial(type, format));
    }

    private static Value initial(CharacteristicType type, Format format) {
        return switch (format) {
            case BOOL -> Value.FALSE;
            case STRING -> Value.of("");
            case TLV8, DATA -> Value.of(new byte[0]);
            case FLOAT ->
                Value.of(type.constraints().minimum().map(Number::doubleValue).orElse(0.0));
            default ->
                Value.of(type.constraints().minimum().map(Number::longValue).orElse(0L));
        };
    }
}
