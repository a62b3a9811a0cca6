// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.accessories.sensors.internal.TemperatureSensor;
import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The metadata language and selections. */
class LanguageTest {
    private static final Vocabulary VOCABULARY = new Vocabulary(List.of(new Lighting(), new TemperatureSensor()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lighting | [Lighting] | [] | []",
                "Lighting, Lighting.Brightness | [Lighting] | [Lighting.Brightness] | []",
                "Lighting . Hue | [] | [Lighting.Hue] | []",
                "Brightness | [] | [Brightness] | []",
                "TemperatureSensor,Lighting | [TemperatureSensor, Lighting] | [] | []",
                "lighting | [] | [] | [lighting]",
                "Lighting.Nonsense | [] | [] | [Lighting.Nonsense]",
                "Lighting.CurrentTemperature | [] | [] | [Lighting.CurrentTemperature]",
                "Nonsense.Brightness | [] | [] | [Nonsense.Brightness]",
                "Lighting,,Lighting | [Lighting] | [] | []",
                "Lighting.Name, Model | [] | [Lighting.Name, Model] | []",
                "None | [] | [] | []",
                "'' | [] | [] | []",
            })
    void wordsAreRead(String text, String types, String parts, String unknown) {
        ExposureRequest request = ExposureRequest.of(new Metadata(text, Map.of()), VOCABULARY);
        assertEquals(
                types,
                request.types().stream().map(AccessoryType::name).toList().toString());
        assertEquals(parts, request.parts().toString());
        assertEquals(unknown, request.unknown().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lighting | Lighting",
                "Lihgting | Lighting",
                "Ligting | Lighting",
                "Lightinng | Lighting",
                "Lighhing | Lighting",
                "TempSensor | ''",
                "Light | Lighting",
                "Lights | Lighting",
                "Lightbulb | Lighting",
                "Temperature | TemperatureSensor",
                "Light.Hue | Lighting.Hue",
                "Lighting.On | ''",
                "Lighting.Color | Lighting.ColorTemperature",
                "Lamp | ''",
                "Brigthness | Brightness",
                "Lighting.brightnes | Lighting.Brightness",
                "Lightning.Hue | Lighting.Hue",
                "Lighting.Nonsense | ''",
                "Lighting.Names | Lighting.Name",
                "Li | ''",
                "'' | ''",
                "X.Hue | ''",
            })
    void aSlipIsUnderstood(String written, String meant) {
        assertEquals(meant, VOCABULARY.meant(written).orElse(""));
    }

    @Property(tries = 300)
    void whateverIsWrittenIsLookedAt(@ForAll String text) {
        VOCABULARY
                .meant(text)
                .ifPresent(word -> assertFalse(ExposureRequest.of(new Metadata(word, Map.of()), VOCABULARY)
                        .isEmpty()));
        VOCABULARY
                .meantOption(text)
                .ifPresent(option ->
                        assertEquals("", VOCABULARY.meantOption(option).orElse("")));
    }

    @Property(tries = 500)
    void anyTextIsRead(@ForAll String text) {
        ExposureRequest request = ExposureRequest.of(new Metadata(text, Map.of()), VOCABULARY);
        assertTrue(request.types().size() <= 2);
        assertTrue(request.unknown().stream().noneMatch(String::isEmpty));
    }

    @Test
    void longTextsHaveAnEnd() {
        ExposureRequest request = ExposureRequest.of(new Metadata("x,".repeat(100_000), Map.of()), VOCABULARY);
        assertTrue(request.unknown().size() <= 65);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | true | false | false",
                "instance:2 | false | true | false",
                "* | true | true | true",
                "group:Kitchen | true | false | false",
                "tag:Lamp | false | true | false",
                "La* | true | false | false",
                "item:Fan,instance:2 | false | true | true",
                "nothing:here | false | false | false",
            })
    void selectionsTake(String text, boolean lamp, boolean second, boolean fan) {
        Selection selection = Selection.of(text);
        assertEquals(
                lamp,
                selection.takes(Item.of("Lamp", ItemType.SWITCH)
                        .groups(Set.of("Kitchen"))
                        .metadata("homekit", new Metadata("Lighting", Map.of("instance", "one")))
                        .build()));
        assertEquals(
                second,
                selection.takes(Item.of("Second", ItemType.SWITCH)
                        .tags(Set.of("Lamp"))
                        .metadata("homekit", new Metadata("", Map.of("instance", new BigDecimal(2))))
                        .build()));
        assertEquals(
                fan,
                selection.takes(Item.of("Fan", ItemType.SWITCH)
                        .metadata("homekit", new Metadata("", Map.of("instance", "3")))
                        .build()));
    }

    @Property(tries = 300)
    void anySelectionIsRead(@ForAll String text) {
        Selection.of(text).takes(Item.of("Lamp", ItemType.SWITCH).build());
    }
}
