// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** A behaviour decides on characteristics that no item feeds, and refuses what it must. */
class OwnValuesTest {
    private final FakeItemRegistry items = new FakeItemRegistry(ExposureFixture.item("Fan", "Switch", "OFF", "Steady"));
    private final ExposureFixture home = new ExposureFixture(new Steady()).with("local", items);

    /** A lamp that remembers a brightness without an item: reset when it is switched off, never more than half. */
    private static final class Steady implements AccessoryType, Behaviour<Optional<Value>> {
        private static final Role ON = Role.required("OnState", CharacteristicTypes.ON)
                .items(ItemType.SWITCH)
                .by(Mappings.bool());
        private static final Role BRIGHTNESS = Role.optional("Brightness", CharacteristicTypes.BRIGHTNESS)
                .items(ItemType.DIMMER)
                .preset(Value.of(10))
                .by(Mappings.percent());

        @Override
        public String name() {
            return "Steady";
        }

        @Override
        public ServiceType service() {
            return ServiceTypes.LIGHTBULB;
        }

        @Override
        public List<Role> roles() {
            return List.of(ON, BRIGHTNESS);
        }

        @Override
        public Optional<Behaviour<?>> behaviour() {
            return Optional.of(this);
        }

        @Override
        public Optional<Value> initial() {
            return Optional.empty();
        }

        @Override
        public Step<Optional<Value>> step(Optional<Value> kept, Input input, Scene scene) {
            if (!(input instanceof Input.Written written)) {
                return shown(scene.state(ON).equals(ItemState.OnOff.OFF) ? Optional.empty() : kept);
            }
            Value wished = written.values().get(BRIGHTNESS);
            boolean isTooBright = ((Value.Whole) wished).number() > 50;
            return isTooBright ? shown(kept).refusing(HapStatus.INVALID_VALUE) : shown(Optional.of(wished));
        }

        private static Step<Optional<Value>> shown(Optional<Value> value) {
            Map<Role, Value> values =
                    value.map(known -> Map.of(BRIGHTNESS, known)).orElse(Map.of());
            return new Step<>(value, values, List.of(), Optional.empty());
        }
    }

    @Test
    void aRoleWithoutAnItemShowsWhatTheBehaviourDecides() {
        home.open("", "");
        assertEquals("10", home.read("local:Fan", CharacteristicTypes.BRIGHTNESS), "the preset until then");
        home.write("local:Fan", Map.of(CharacteristicTypes.BRIGHTNESS, Value.of(40)));
        assertEquals("40", home.read("local:Fan", CharacteristicTypes.BRIGHTNESS));
        items.update("Fan", "OFF");
        assertEquals("10", home.read("local:Fan", CharacteristicTypes.BRIGHTNESS), "the preset again");
        assertEquals(List.of("Brightness=40", "Brightness=10"), home.sink.events);
        assertEquals(List.of(), items.commands);
    }

    @Test
    void aRefusedWriteIsAnsweredWithItsStatus() {
        home.open("", "");
        CompletionException failed = assertThrows(
                CompletionException.class,
                () -> home.write("local:Fan", Map.of(CharacteristicTypes.BRIGHTNESS, Value.of(80)))
                        .get(0)
                        .toCompletableFuture()
                        .join());
        HapStatusException refused = assertInstanceOf(HapStatusException.class, failed.getCause());
        assertEquals(HapStatus.INVALID_VALUE, refused.status());
        assertEquals("10", home.read("local:Fan", CharacteristicTypes.BRIGHTNESS));
    }

    @Test
    void aValueThatPeopleFixedIsLeftAlone() {
        ExposureFixture fixed = new ExposureFixture(new Steady())
                .with(
                        "local",
                        new FakeItemRegistry(ExposureFixture.item("Fan", "Switch", "OFF", "Steady", "Brightness", 30)));
        fixed.open("", "");
        assertThrows(
                CompletionException.class,
                () -> fixed.write("local:Fan", Map.of(CharacteristicTypes.BRIGHTNESS, Value.of(40)))
                        .get(0)
                        .toCompletableFuture()
                        .join());
        assertEquals("30", fixed.read("local:Fan", CharacteristicTypes.BRIGHTNESS));
    }

    @Test
    void nothingIsReadWhileTheHostIsAway() {
        home.open("", "");
        home.exposure.removeRegistry(items);
        assertEquals("UNABLE_TO_COMMUNICATE", home.read("local:Fan", CharacteristicTypes.BRIGHTNESS));
    }
}
