// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.i18n;

import java.util.Locale;
import org.osgi.framework.Bundle;

/** Texts of a bundle's OH-INF/i18n; null when there is neither text nor default. */
public interface TranslationProvider {
    String getText(Bundle bundle, String key, String defaultText, Locale locale);

    String getText(Bundle bundle, String key, String defaultText, Locale locale, Object... arguments);
}
