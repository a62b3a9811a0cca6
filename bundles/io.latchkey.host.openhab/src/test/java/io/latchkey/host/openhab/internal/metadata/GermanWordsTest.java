// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.metadata;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.host.openhab.internal.text.LocalizedTexts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Whatever the types of Latchkey declare has German words, so that no page of the metadata is in two languages. */
class GermanWordsTest {
    private final LocalizedTexts german = LocalizedTexts.of(Locale.GERMAN);

    @Test
    void typesRolesAndOptionsHaveGermanWords() throws Exception {
        TypesDocument types = TypesDocument.read();
        assertTrue(types.roles().size() > 35, "all types are read");
        types.roles().forEach((type, roles) -> {
            required("type." + type);
            roles.stream().map(names -> names.get(0)).forEach(role -> required("role." + role));
        });
        types.options().values().stream()
                .flatMap(options -> options.stream())
                .filter(option -> !option.matches("[A-Z0-9_]+"))
                .forEach(option -> {
                    required("option." + option);
                    required("option.description." + option);
                });
        required("option.description.state");
        List.of("Name", "Manufacturer", "Model", "SerialNumber", "FirmwareRevision", "HardwareRevision")
                .forEach(name -> required("option." + name));
    }

    private void required(String key) {
        assertTrue(german.word(key).isPresent(), key);
    }
}
