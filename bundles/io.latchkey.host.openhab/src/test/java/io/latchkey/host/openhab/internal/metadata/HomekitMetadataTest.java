// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.testing.InlineContributors;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhab.core.config.core.ConfigDescriptionParameter;
import org.openhab.core.config.core.ConfigDescriptionParameter.Type;
import org.openhab.core.config.core.ParameterOption;

/** openHAB is told what the metadata may say, of the types that are there. */
class HomekitMetadataTest {
    private static final Role ON = Role.required("OnState", CharacteristicTypes.ON)
            .items(ItemType.SWITCH)
            .by(Mappings.bool());
    private static final Role DIRECTION = Role.optional("RotationDirection", CharacteristicTypes.ROTATION_DIRECTION)
            .alias("Direction")
            .items(ItemType.STRING)
            .by(Mappings.enumeration("CLOCKWISE", "COUNTER_CLOCKWISE"));
    private static final Role LABEL = Role.optional("ServiceIndex", CharacteristicTypes.SERVICE_LABEL_INDEX)
            .by(Mappings.number());

    private final Sample lamp = new Sample(
            "Lighting", Set.of("Light"), List.of(ON), List.of(Setting.text("dimmerMode", "how a dimmer is told")));
    private final Sample fan = new Sample("BasicFan", Set.of(), List.of(ON, DIRECTION, LABEL), List.of());
    private final HomekitMetadata metadata = new HomekitMetadata(new InlineContributors());

    @BeforeEach
    void typesAreThere() {
        metadata.addType(lamp);
        metadata.addType(fan);
    }

    @Test
    void namesTheTypesAndTheirCharacteristics() {
        assertEquals("homekit", metadata.getNamespace());
        assertEquals("Apple Home (HomeKit)", metadata.getDescription(null));
        assertEquals(
                List.of(
                        "AccessoryGroup",
                        "BasicFan",
                        "BasicFan.OnState",
                        "BasicFan.RotationDirection",
                        "BasicFan.ServiceIndex",
                        "Lighting",
                        "Lighting.OnState"),
                List.copyOf(options(Locale.ENGLISH).keySet().stream().sorted().toList()));
    }

    @Test
    void inTheLanguageOfTheReader() {
        assertEquals("Basic Fan", options(Locale.ENGLISH).get("BasicFan"));
        assertEquals("Basic Fan: Rotation Direction", options(Locale.ENGLISH).get("BasicFan.RotationDirection"));
        assertEquals(
                "Einfacher Ventilator: Drehrichtung", options(Locale.GERMAN).get("BasicFan.RotationDirection"));
    }

    @Test
    void aTypeThatGoesIsNotNamedAnyMore() {
        metadata.removeType(lamp);
        assertFalse(options(null).containsKey("Lighting"));
        assertNull(parameters("Lighting").get("dimmerMode"));
    }

    @Test
    void aTypeHasItsOptionsAndThoseOfItsRoles() {
        assertTrue(parameters("Lighting").keySet().containsAll(Set.of("dimmerMode", "inverted", "Name", "instance")));
        assertEquals(
                "how a dimmer is told", parameters("Light").get("dimmerMode").getDescription());
        assertTrue(parameters("BasicFan").keySet().containsAll(Set.of("CLOCKWISE", "ServiceIndex")));
        assertFalse(parameters("BasicFan").containsKey("OnState"), "an item plays that");
    }

    @Test
    void aCharacteristicHasItsOwnOnly() {
        assertTrue(parameters("BasicFan.RotationDirection").containsKey("COUNTER_CLOCKWISE"));
        assertFalse(parameters("BasicFan.OnState").containsKey("CLOCKWISE"));
        assertTrue(parameters("Direction").containsKey("CLOCKWISE"), "of whichever type");
    }

    @Test
    void ofSeveralTypesOneIsFirst() {
        assertTrue(parameters("BasicFan, Lighting").containsKey("primary"));
        assertTrue(parameters("BasicFan, Lighting").containsKey("dimmerMode"));
        assertFalse(parameters("Lighting").containsKey("primary"));
    }

    @Test
    void truthValuesAreSwitchesAndNumbersAreText() {
        assertEquals(Type.BOOLEAN, parameters("Lighting").get("inverted").getType());
        assertEquals(Type.TEXT, parameters("Lighting").get("instance").getType());
        assertTrue(parameters("Lighting").get("Manufacturer").isAdvanced());
        assertFalse(parameters("Lighting").get("dimmerMode").isAdvanced());
    }

    @Test
    void aWordThatNobodyKnowsHasNoneOfItsOwn() {
        assertEquals(parameters("").keySet(), parameters("Nonsense.Word").keySet());
        assertEquals(
                parameters("").keySet(),
                byName(metadata.getParameters(null, null)).keySet());
    }

    private Map<String, String> options(Locale locale) {
        return metadata.getParameterOptions(locale).stream()
                .collect(Collectors.toMap(ParameterOption::getValue, ParameterOption::getLabel));
    }

    private Map<String, ConfigDescriptionParameter> parameters(String value) {
        return byName(metadata.getParameters(value, Locale.ENGLISH));
    }

    private static Map<String, ConfigDescriptionParameter> byName(List<ConfigDescriptionParameter> parameters) {
        return parameters.stream().collect(Collectors.toMap(ConfigDescriptionParameter::getName, each -> each));
    }

    /** A type that declares what a test says. */
    private record Sample(String name, Set<String> aliases, List<Role> roles, List<Setting> settings)
            implements AccessoryType {
        @Override
        public ServiceType service() {
            return ServiceTypes.FAN;
        }
    }
}
