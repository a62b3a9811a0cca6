// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.i18n;

import java.util.Locale;

/** The language of this openHAB. */
public interface LocaleProvider {
    Locale getLocale();
}
