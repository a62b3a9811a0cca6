// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Happening;
import io.latchkey.api.store.Happening.Kind;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the history says of what takes long, what is stored and what fails. */
class TroubleHistoryTest {

    private static List<Happening> of(BridgeRig rig, Kind kind) {
        return rig.bridge().history().happenings().stream()
                .filter(each -> each.kind() == kind)
                .toList();
    }

    private static Accessory heater(CompletableFuture<Value> answer) {
        return Accessory.of("Heater")
                .name("Heater")
                .with(Service.of(ServiceTypes.SWITCH)
                        .primary()
                        .with(Characteristic.of(CharacteristicTypes.ON)
                                .read(() -> answer)
                                .write(write -> answer)
                                .direct()
                                .build())
                        .build())
                .build();
    }

    @Test
    void itTellsWhatTakesLong() {
        CompletableFuture<Value> never = new CompletableFuture<>();
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", heater(never)))) {
            var answer = RememberedHome.send(
                    rig, rig.session(BridgeRig.ADMIN), "GET", RememberedHome.read(rig.id("Heater", "On")));
            rig.pass(Duration.ofSeconds(5));
            assertTrue(RememberedHome.text(answer).contains("-70408"));
            assertEquals(
                    List.of("Heater: On took three seconds or longer"),
                    of(rig, Kind.SLOW).stream().map(Happening::text).toList());
        }
    }

    @Test
    void itTellsAPortThatIsTakenAndHowOftenItWasTried() {
        try (BridgeRig rig = BridgeRig.of(new FakeStore(), Map.of("port", 21_000))) {
            rig.transport().taken(21_000, true);
            rig.start().pass(Duration.ofSeconds(3));
            rig.pass(Duration.ofSeconds(10));
            Happening failed = of(rig, Kind.FAILED).get(0);
            assertTrue(failed.text().contains("21000"), failed.text());
            assertEquals(2, failed.times());
            assertEquals(List.of(), of(rig, Kind.OPENED));
            rig.transport().taken(21_000, false);
            rig.pass(Duration.ofSeconds(10));
            assertEquals("port 21000", of(rig, Kind.OPENED).get(0).text());
        }
    }

    @Test
    void itTellsWhatIsStoredAndWhatCannotBe() {
        try (BridgeRig rig = BridgeRig.paired()) {
            rig.actions().removePairing(BridgeRig.GUEST).toCompletableFuture().join();
            assertTrue(
                    of(rig, Kind.STORED).stream().anyMatch(each -> each.text().equals("pairings")),
                    () -> of(rig, Kind.STORED).toString());
            rig.store().broken(true);
            rig.actions().removePairing(BridgeRig.ADMIN).handle((done, failure) -> done);
            rig.store().broken(false);
            assertEquals(
                    "the disk is full: make room", of(rig, Kind.FAILED).get(0).text());
        }
    }
}
