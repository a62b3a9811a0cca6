// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** Texts in the language that is asked for, whatever the language of the machine. */
class LocalizedTextsTest {

    @Test
    void englishWhereThereIsNoOther() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("State", LocalizedTexts.of(Locale.JAPAN).get("state.label"));
            assertEquals("State", LocalizedTexts.of(null).get("state.label"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void wordsMayBeMissing() {
        assertEquals(Optional.empty(), LocalizedTexts.of(Locale.ENGLISH).word("type.Lighting"));
        assertEquals(Optional.of("Licht"), LocalizedTexts.of(Locale.GERMAN).word("type.Lighting"));
    }

    @Test
    void germanHasEveryEnglishText() {
        String name = LocalizedTexts.class.getPackageName() + ".texts";
        ResourceBundle german = ResourceBundle.getBundle(name, Locale.GERMAN);
        ResourceBundle english = ResourceBundle.getBundle(name, Locale.ROOT);
        for (String key : english.keySet()) {
            assertTrue(german.containsKey(key), key);
            assertEquals(
                    english.getString(key).contains("{0}"),
                    german.getString(key).contains("{0}"),
                    key);
        }
    }
}
