// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.item;
import static io.latchkey.exposure.internal.ExposureFixture.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.entry.internal.Lock;
import io.latchkey.accessories.media.internal.TelevisionSpeaker;
import io.latchkey.accessories.sensors.internal.TemperatureSensor;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Items that openHAB knows nothing of. Bindings set all channels of a thing that is off to UNDEF, and Home shows a whole
 * thing as unreachable for one failed read; openHAB's add-on answers every read.
 */
class UndefinedItemsTest {
    private static final String SOUND = "local:Sound";

    private final FakeItemRegistry items = new FakeItemRegistry(
            item("Sound", "Group", "NULL", "TelevisionSpeaker"),
            member("Sound", "Mute", "Switch", "OFF", "TelevisionSpeaker.Mute"),
            member("Sound", "Volume", "Dimmer", "40", "TelevisionSpeaker.Volume"),
            item("Outside", "Number", "7 °C", "TemperatureSensor"));
    private final ExposureFixture home =
            new ExposureFixture(new TelevisionSpeaker(), new TemperatureSensor(), new Lock()).with("local", items);

    private String read(CharacteristicType type) {
        return home.read(SOUND, type);
    }

    @Test
    void anOptionalOneFailsNothing() {
        home.open("", "");
        items.update("Volume", "UNDEF");
        assertEquals("40", read(CharacteristicTypes.VOLUME), "what was known last");
        assertEquals("false", read(CharacteristicTypes.MUTE));
        assertEquals(List.of(), home.sink.events);
        items.update("Volume", "55");
        assertEquals(List.of("Volume=55"), home.sink.events);
    }

    @Test
    void anOptionalOneThatWasNeverKnownSaysLeast() {
        items.update("Volume", "UNDEF");
        home.open("", "");
        assertEquals("0", read(CharacteristicTypes.VOLUME));
    }

    @Test
    void aRequiredOneFailsAlone() {
        home.open("", "");
        items.update("Mute", "UNDEF");
        assertEquals("UNABLE_TO_COMMUNICATE", read(CharacteristicTypes.MUTE));
        assertEquals("40", read(CharacteristicTypes.VOLUME));
    }

    @Test
    void whereNothingIsKnownAllFails() {
        home.open("", "");
        items.update("Volume", "UNDEF");
        items.update("Mute", "UNDEF");
        assertEquals("UNABLE_TO_COMMUNICATE", read(CharacteristicTypes.MUTE));
        assertEquals("UNABLE_TO_COMMUNICATE", read(CharacteristicTypes.VOLUME));
    }

    /** Who asked in vain shows "No Response" until it hears of a value, also of the one before. */
    @Test
    void whatReturnsIsAnnouncedThoughItIsTheSame() {
        home.open("", "");
        items.update("Outside", "UNDEF");
        items.update("Outside", "7 °C");
        assertEquals(List.of("CurrentTemperature=7.0"), home.sink.events);
        items.update("Outside", "7 °C");
        assertEquals(1, home.sink.events.size(), "and no more after that");
    }

    @Test
    void withTheFirstThatReturnsTheOthersAnswerAgain() {
        home.open("", "");
        items.update("Volume", "UNDEF");
        items.update("Mute", "UNDEF");
        items.update("Mute", "OFF");
        assertEquals("40", read(CharacteristicTypes.VOLUME));
        assertEquals(List.of("Mute=false", "Volume=40"), home.sink.events);
    }

    /** A behaviour decides on what a lock shows; it comes back all the same. */
    @Test
    void whatABehaviourDecidesReturnsToo() {
        FakeItemRegistry doors = new FakeItemRegistry(item("Door", "Switch", "ON", "Lock"));
        home.with("doors", doors);
        home.open("", "");
        doors.update("Door", "UNDEF");
        assertEquals("UNABLE_TO_COMMUNICATE", home.read("doors:Door", CharacteristicTypes.LOCK_TARGET_STATE));
        home.sink.events.clear();
        doors.update("Door", "ON");
        assertEquals("1", home.read("doors:Door", CharacteristicTypes.LOCK_TARGET_STATE));
        assertTrue(home.sink.events.contains("LockTargetState=1"), home.sink.events.toString());
    }

    /** The add-on's newest lists: a device that says nothing is off. */
    @ParameterizedTest
    @CsvSource({"NULL, 1", "UNDEF, 1", "ON, 0", "OFF, 1"})
    void metadataMaySayWhatMissingStatesMean(String state, String shown) {
        FakeItemRegistry doors = new FakeItemRegistry(
                item("Door", "Switch", state, "Lock", "UNSECURED", "ON", "SECURED", List.of("NULL", "UNDEF", "OFF")));
        home.with("doors", doors);
        home.open("", "");
        assertEquals(shown, home.read("doors:Door", CharacteristicTypes.LOCK_TARGET_STATE));
        home.write("doors:Door", Map.of(CharacteristicTypes.LOCK_TARGET_STATE, Value.of(1)));
        assertEquals(List.of("Door OFF from io.latchkey$phone"), doors.commands, "nobody can tell it NULL");
    }
}
