// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.addon;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Where add-ons come from; openHAB's user interface asks all services of this type. */
public interface AddonService {
    String getId();

    String getName();

    void refreshSource();

    List<Addon> getAddons(Locale locale);

    Addon getAddon(String id, Locale locale);

    List<AddonType> getTypes(Locale locale);

    void install(String id);

    void uninstall(String id);

    String getAddonId(URI addonURI);
}
