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

    private static final String OWN = LocalizedTexts.class.getPackageName() + ".texts";
    /** The texts that openHAB itself reads, for the forms in files. */
    private static final String OF_FORMS = "OH-INF.i18n.latchkey";

    private final ResourceBundle words;
    private final ResourceBundle forms;

    private LocalizedTexts(Locale locale) {
        this.words = bundle(OWN, locale);
        this.forms = bundle(OF_FORMS, locale);
    }

    /** Those of a language; null means English, as openHAB gives it where nobody has asked for one. */
    public static LocalizedTexts of(Locale locale) {
        return new LocalizedTexts(locale == null ? Locale.ROOT : locale);
    }

    /** The text of a key that is there. */
    public String get(String key, Object... values) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(values);
    }

    /** The word of a key that may be there. */
    public Optional<String> word(String key) {
        return words.containsKey(key) ? Optional.of(words.getString(key)) : Optional.empty();
    }

    /** What forms call a setting of bridges. */
    public Optional<String> setting(String key) {
        String name = "io.config.latchkey-bridge." + key + ".label";
        return forms.containsKey(name) ? Optional.of(forms.getString(name)) : Optional.empty();
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(name, locale, LocalizedTexts.class.getClassLoader(), WITHOUT_SYSTEM_LANGUAGE);
    }
}
