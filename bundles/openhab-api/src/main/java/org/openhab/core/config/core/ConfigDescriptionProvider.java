// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.config.core;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;

/** Describes settings; the locale may be null, so may be what is asked for. */
public interface ConfigDescriptionProvider {
    Collection<ConfigDescription> getConfigDescriptions(Locale locale);

    ConfigDescription getConfigDescription(URI uri, Locale locale);
}
