// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.extension.ServiceKey;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.testing.ManualWorkers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an accessory does becomes entries, and a controller reads them. */
class EveHistoryTest {
    private static final long NOW = 1_795_219_200_000L;
    private static final CharacteristicType POWER = new CharacteristicType(
            "EveConsumption",
            "Consumption",
            EveTypes.POWER,
            Format.FLOAT,
            Optional.empty(),
            Set.of(Permission.PAIRED_READ, Permission.EVENTS),
            Constraints.NONE,
            Map.of(),
            EventUrgency.COALESCED,
            Set.of());
    private static final Duration BEGUN = Duration.ofSeconds(20);
    private static final String NOTHING = "00";

    @TempDir
    Path folder;

    private final ManualWorkers workers = new ManualWorkers();

    @Test
    void powerIsTheAverageOfTenMinutes() {
        Rig rig = new Rig(accessory(ServiceTypes.OUTLET, CharacteristicTypes.ON, POWER));
        rig.change(POWER, Value.of(100.0));
        workers.pass(BEGUN);
        assertEquals("e803", rig.last(), "100 W at the beginning");
        workers.pass(AccessoryRecording.INTERVAL.minus(BEGUN).dividedBy(2));
        rig.change(POWER, Value.of(0.0));
        rig.takeTold();
        workers.pass(AccessoryRecording.INTERVAL);
        int watts = Integer.reverseBytes(Integer.parseInt(rig.last(), 16) << 16) / 10;
        assertTrue(watts > 40 && watts < 60, watts + " W");
        assertEquals(1, rig.takeTold(), "subscribers hear of each entry");
        workers.pass(AccessoryRecording.INTERVAL);
        assertEquals("0000", rig.last());
    }

    @Test
    void aStateIsAnEntryAtOnceAndOnce() {
        Rig rig = new Rig(accessory(ServiceTypes.CONTACT_SENSOR, CharacteristicTypes.CONTACT_SENSOR_STATE));
        rig.change(CharacteristicTypes.CONTACT_SENSOR_STATE, Value.of(1L));
        rig.change(CharacteristicTypes.CONTACT_SENSOR_STATE, Value.of(1L));
        rig.change(CharacteristicTypes.CONTACT_SENSOR_STATE, Value.of(0L));
        assertEquals(2, rig.takeTold());
        assertEquals("00", rig.last());
        workers.pass(AccessoryRecording.INTERVAL.plus(BEGUN));
        assertEquals(2, rig.takeTold(), "and every ten minutes as it is");
    }

    @Test
    void whenADoorWasOpenedLastIsKnownAfterARestart() {
        Accessory door = accessory(ServiceTypes.CONTACT_SENSOR, CharacteristicTypes.CONTACT_SENSOR_STATE);
        Rig rig = new Rig(door);
        rig.change(CharacteristicTypes.CONTACT_SENSOR_STATE, Value.of(0L));
        workers.pass(Duration.ofSeconds(100));
        rig.change(CharacteristicTypes.CONTACT_SENSOR_STATE, Value.of(1L));
        workers.pass(Duration.ofHours(1));
        assertEquals(Value.of(100L), rig.lastActivation(), "not each entry while it is open");
        rig.change(CharacteristicTypes.CONTACT_SENSOR_STATE, Value.of(0L));
        rig.history.close();
        Rig later = new Rig(door);
        assertEquals(Value.of(100L), later.lastActivation());
        later.change(CharacteristicTypes.CONTACT_SENSOR_STATE, Value.of(1L));
        assertEquals(Value.of(3700L), later.lastActivation());
    }

    @Test
    void nobodyThereIsNoEntry() {
        Rig rig = new Rig(accessory(ServiceTypes.TEMPERATURE_SENSOR, CharacteristicTypes.CURRENT_TEMPERATURE));
        rig.change(CharacteristicTypes.CURRENT_TEMPERATURE, Value.of(21.0));
        workers.pass(BEGUN);
        assertEquals("3408", rig.last());
        rig.bridge.away();
        rig.takeTold();
        workers.pass(Duration.ofHours(1));
        assertEquals(0, rig.takeTold());
        rig.change(CharacteristicTypes.CURRENT_TEMPERATURE, Value.of(-5.0));
        workers.pass(AccessoryRecording.INTERVAL);
        assertEquals("0cfe", rig.last(), "what was before counts no more");
    }

    @Test
    void aControllerReadsElevenAtOnceUntilNothingIsLeft() {
        Rig rig = new Rig(accessory(ServiceTypes.MOTION_SENSOR, CharacteristicTypes.MOTION_DETECTED));
        assertEquals(NOTHING, rig.read(EveTypes.ENTRIES), "nobody has asked");
        for (int i = 0; i < 25; i++) {
            rig.change(CharacteristicTypes.MOTION_DETECTED, Value.of(i % 2 == 0));
        }
        rig.ask(0);
        assertEquals(21 + 10 * 11, rig.read(EveTypes.ENTRIES).length() / 2);
        assertEquals(11 * 11, rig.read(EveTypes.ENTRIES).length() / 2);
        assertEquals(4 * 11, rig.read(EveTypes.ENTRIES).length() / 2);
        assertEquals(NOTHING, rig.read(EveTypes.ENTRIES));
        assertEquals(NOTHING, rig.read(EveTypes.ENTRIES));
        rig.ask(25);
        assertTrue(rig.read(EveTypes.ENTRIES).startsWith("0b19000000"), "the one that was asked for");
        rig.ask(100);
        assertEquals(NOTHING, rig.read(EveTypes.ENTRIES));
    }

    @Test
    void aRequestThatIsNoneIsRefused() {
        Rig rig = new Rig(accessory(ServiceTypes.MOTION_SENSOR, CharacteristicTypes.MOTION_DETECTED));
        assertEquals(HapStatus.INVALID_VALUE, status(rig.write(EveTypes.REQUEST, new byte[3])));
        assertEquals("", join(rig.write(EveTypes.SET_TIME, new byte[4])), "what time it is we know");
    }

    @Test
    void aBusyDiskIsToldAsSuchAndTheHistoryGoesOn() {
        Rig rig = new Rig(accessory(ServiceTypes.MOTION_SENSOR, CharacteristicTypes.MOTION_DETECTED));
        workers.full(true);
        rig.change(CharacteristicTypes.MOTION_DETECTED, Value.TRUE);
        assertEquals(
                HapStatus.BUSY,
                status(rig.find(EveTypes.ENTRIES).reader().orElseThrow().get()));
        workers.full(false);
        rig.change(CharacteristicTypes.MOTION_DETECTED, Value.FALSE);
        assertEquals("00", rig.last());
    }

    @Test
    void anotherRunGoesOnWhereTheOneBeforeEnded() {
        Accessory accessory = accessory(ServiceTypes.MOTION_SENSOR, CharacteristicTypes.MOTION_DETECTED);
        Rig first = new Rig(accessory);
        first.change(CharacteristicTypes.MOTION_DETECTED, Value.TRUE);
        String status = first.read(EveTypes.STATUS);
        first.history.close();
        first.change(CharacteristicTypes.MOTION_DETECTED, Value.FALSE);
        assertEquals(status, new Rig(accessory).read(EveTypes.STATUS));
    }

    @Test
    void onlyWhatMeasuresHasAHistory() {
        EveHistory history = new EveHistory(new MeasuringBridge(workers, Optional.of(folder)), workers, this::now);
        assertEquals(List.of(), history.services("test", accessory(ServiceTypes.LIGHTBULB, CharacteristicTypes.ON)));
        EveHistory nowhere = new EveHistory(new MeasuringBridge(workers, Optional.empty()), workers, this::now);
        Accessory door = accessory(ServiceTypes.CONTACT_SENSOR, CharacteristicTypes.CONTACT_SENSOR_STATE);
        assertEquals(List.of(), nowhere.services("test", door), "a store without files");
        assertTrue(history.services("test", door).get(0).isHidden());
    }

    @Test
    void whatHasLeftIsDeletedAfterFourWeeks() throws IOException {
        Accessory accessory = accessory(ServiceTypes.MOTION_SENSOR, CharacteristicTypes.MOTION_DETECTED);
        Rig rig = new Rig(accessory);
        rig.change(CharacteristicTypes.MOTION_DETECTED, Value.TRUE);
        Path file = folder.resolve(new HistoryKey("test", accessory.key()).fileName());
        old(file, LeftHistories.KEPT.plusDays(1));
        rig.publish();
        assertTrue(Files.exists(file), "it is there");
        old(file, LeftHistories.KEPT.minusDays(1));
        rig.history.published(List.of());
        assertTrue(Files.exists(file), "it may come back");
        assertEquals(0, rig.bridge.watched());
        assertEquals(0, workers.pending(), "nothing of it goes on");
        old(file, LeftHistories.KEPT.plusDays(1));
        rig.history.published(List.of());
        assertFalse(Files.exists(file));
    }

    private void old(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(now() - age.toMillis()));
    }

    private long now() {
        return NOW + workers.nanoTime() / 1_000_000;
    }

    private static Accessory accessory(ServiceType type, CharacteristicType... types) {
        Service.Builder service = Service.of(type);
        for (CharacteristicType each : types) {
            service.with(Characteristic.of(each)
                    .value(() -> Value.NULL)
                    .onWrite(value -> {})
                    .build());
        }
        return Accessory.of("Thing").with(service.build()).build();
    }

    private static String join(CompletionStage<Value> stage) {
        Value value = stage.toCompletableFuture().join();
        return value instanceof Value.Bytes bytes ? HexFormat.of().formatHex(bytes.content()) : "";
    }

    private static HapStatus status(CompletionStage<Value> stage) {
        Throwable failure = assertThrows(
                        CompletionException.class,
                        () -> stage.toCompletableFuture().join())
                .getCause();
        return ((HapStatusException) failure).status();
    }

    /** A history of one accessory. */
    private final class Rig {
        private final MeasuringBridge bridge = new MeasuringBridge(workers, Optional.of(folder));
        private final EveHistory history = new EveHistory(bridge, workers, EveHistoryTest.this::now);
        private final Accessory accessory;
        private final List<Service> added;

        Rig(Accessory accessory) {
            this.accessory = accessory;
            this.added = history.services("test", accessory);
            publish();
        }

        void publish() {
            history.published(bridge.publish(accessory, added));
        }

        void change(CharacteristicType type, Value value) {
            bridge.change(history, type, value);
        }

        int takeTold() {
            return bridge.takeTold().size();
        }

        Characteristic find(CharacteristicType type) {
            return added.get(0).find(type).orElseThrow();
        }

        String read(CharacteristicType type) {
            return join(find(type).reader().orElseThrow().get());
        }

        Value lastActivation() {
            Service sensor = accessory.services().get(0);
            return history.additions(new ServiceKey("test", accessory.key(), sensor.key()), sensor)
                    .get(0)
                    .reader()
                    .orElseThrow()
                    .get()
                    .toCompletableFuture()
                    .join();
        }

        CompletionStage<Value> write(CharacteristicType type, byte[] bytes) {
            return find(type)
                    .writer()
                    .orElseThrow()
                    .apply(new Write(
                            Value.of(bytes), new ControllerId("phone"), Optional.empty(), false, Runnable::run));
        }

        void ask(int from) {
            join(write(EveTypes.REQUEST, new byte[] {1, 0, (byte) from, 0, 0, 0}));
        }

        /** The values of the newest entry. */
        String last() {
            ask(0);
            String last = "";
            for (String read = read(EveTypes.ENTRIES); !read.equals(NOTHING); read = read(EveTypes.ENTRIES)) {
                last = read;
            }
            int length = Integer.parseInt(last.substring(0, 2), 16) == 21 && last.length() > 42
                    ? Integer.parseInt(last.substring(42, 44), 16)
                    : Integer.parseInt(last.substring(0, 2), 16);
            return last.substring(last.length() - 2 * length + 20);
        }
    }
}
