// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Short texts for people in their language, English where there is none. Immutable. */
public final class LocalizedTexts {
    private static final Control WITHOUT_SYSTEM_LANGUAGE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ResourceBundle words;

    private LocalizedTexts(ResourceBundle words) {
        this.words = words;
    }

    /** Those of a language; null means English, as openHAB gives it where nobody has asked for one. */
    public static LocalizedTexts of(Locale locale) {
        Locale wanted = locale == null ? Locale.ROOT : locale;
        return new LocalizedTexts(ResourceBundle.getBundle(
                LocalizedTexts.class.getPackageName() + ".texts",
                wanted,
                LocalizedTexts.class.getClassLoader(),
                WITHOUT_SYSTEM_LANGUAGE));
    }

    /** The text of a key that is there. */
    public String get(String key, Object... values) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(values);
    }

    /** The word of a key that may be there. */
    public Optional<String> word(String key) {
        return words.containsKey(key) ? Optional.of(words.getString(key)) : Optional.empty();
    }
}
