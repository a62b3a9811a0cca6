// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.openhab.core.i18n.TranslationProvider;
import org.osgi.framework.Bundle;

/** Reads the texts of a bundle's {@code OH-INF/i18n}: those of the language, then those of none. */
final class BundleTexts implements TranslationProvider {
    @Override
    public String getText(Bundle bundle, String key, String defaultText, Locale locale) {
        String translated = locale == null ? null : text(bundle, key, "*_" + locale.getLanguage() + ".properties");
        String found = translated == null ? text(bundle, key, "*.properties") : translated;
        return Objects.requireNonNullElse(found, defaultText);
    }

    @Override
    public String getText(Bundle bundle, String key, String defaultText, Locale locale, Object... arguments) {
        String text = getText(bundle, key, defaultText, locale);
        return text == null ? null : MessageFormat.format(text, arguments);
    }

    private static String text(Bundle bundle, String key, String files) {
        Enumeration<URL> found = bundle.findEntries("OH-INF/i18n", files, false);
        for (URL file : found == null ? Collections.<URL>emptyList() : Collections.list(found)) {
            boolean wanted = files.contains("_") || !file.getPath().contains("_");
            String text = wanted ? properties(file).getProperty(key) : null;
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static Properties properties(URL file) {
        Properties all = new Properties();
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            all.load(reader);
            return all;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
