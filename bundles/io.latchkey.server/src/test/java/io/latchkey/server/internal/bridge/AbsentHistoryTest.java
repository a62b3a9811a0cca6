// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.Absence.Cause;
import io.latchkey.api.store.Happening;
import io.latchkey.api.store.Happening.Kind;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.LampAccessory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the history says of accessories that aren't there: why, in the words of {@code absent}, and that they are back. */
class AbsentHistoryTest {
    private static final String AWAY = "item Lamp isn't there";

    private final RememberedHome home = new RememberedHome();

    private static List<String> of(BridgeRig rig, Kind kind) {
        return rig.bridge().history().happenings().stream()
                .filter(each -> each.kind() == kind)
                .map(Happening::text)
                .toList();
    }

    @Test
    void itTellsWhyInTheWordsOfAbsent() {
        FakeProvider provider = FakeProvider.lamps(0, 2);
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            provider.sink().absent("Lamp 1", new Absence(Cause.MISSING, AWAY));
            rig.settle();
            assertEquals(List.of("Lamp 1: " + rig.absent().get(0).why().reason()), of(rig, Kind.ABSENT));
            provider.sink().absent("Lamp 1", new Absence(Cause.MISSING, "its file can't be read"));
            rig.settle();
            assertEquals(List.of("Lamp 1: " + AWAY, "Lamp 1: its file can't be read"), of(rig, Kind.ABSENT));
        }
    }

    @Test
    void aStartIsNoNewsForThoseThatCome() {
        home.shown("Lamp", "Other");
        FakeProvider provider = new FakeProvider(
                "test", true, new LampAccessory("Lamp").accessory(), new LampAccessory("Other").accessory());
        try (BridgeRig rig = home.start(provider)) {
            rig.settle();
            provider.sink().complete();
            rig.settle();
            assertEquals(List.of(), of(rig, Kind.BACK));
            assertEquals(List.of(), of(rig, Kind.ABSENT));
            assertEquals(List.of(), of(rig, Kind.ADDED));
        }
    }

    @Test
    void aStartWithoutOneIsNewsOnceItsProviderHasToldAll() {
        home.shown("Lamp", "Other");
        FakeProvider provider = new FakeProvider("test", true, new LampAccessory("Other").accessory());
        try (BridgeRig rig = home.start(provider)) {
            rig.settle();
            assertEquals(List.of(), of(rig, Kind.ABSENT), "it may still come");
            provider.sink().absent("Lamp", new Absence(Cause.MISSING, AWAY));
            provider.sink().complete();
            rig.settle();
            assertEquals(List.of("Lamp: " + AWAY), of(rig, Kind.ABSENT));
        }
        FakeProvider again = new FakeProvider("test", true, new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = home.start(again)) {
            again.sink().put(new LampAccessory("Other").accessory());
            again.sink().complete();
            rig.settle();
            assertEquals(List.of("Lamp"), of(rig, Kind.BACK), "it was away in the run before");
            assertEquals(List.of("Lamp: " + AWAY), of(rig, Kind.ABSENT), "that of the run before");
        }
    }

    @Test
    void aHostThatNeverComesIsTold() {
        home.shown("Lamp", "Other");
        try (BridgeRig rig = home.start()) {
            rig.pass(Duration.ofSeconds(40));
            assertEquals(List.of("Lamp, Other: its provider isn't there yet"), of(rig, Kind.ABSENT));
        }
    }

    @Test
    void aHundredThatLeaveAtOnceTakeLittleRoom() {
        FakeProvider provider = FakeProvider.lamps(0, 100);
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            for (int i = 0; i < 100; i++) {
                String reason = i < 50 ? "its file is broken" : "item Lamp_" + i + " isn't there";
                provider.sink().absent("Lamp " + i, new Absence(Cause.MISSING, reason));
            }
            rig.settle();
            List<String> told = of(rig, Kind.ABSENT);
            assertEquals(5, told.size());
            assertEquals(
                    "Lamp 0, Lamp 1, Lamp 10, Lamp 11, Lamp 12, Lamp 13, Lamp 14, Lamp 15 and 42 more: its file is broken",
                    told.get(0));
            assertEquals(
                    "for several reasons, which latchkey:absent tells",
                    told.get(4).split(": ")[1]);
        }
    }
}
