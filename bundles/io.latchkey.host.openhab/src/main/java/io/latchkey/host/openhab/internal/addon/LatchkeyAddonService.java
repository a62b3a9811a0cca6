// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.addon;

import io.latchkey.host.openhab.internal.settings.ConfiguredDefaults;
import io.latchkey.host.openhab.internal.text.LocalizedTexts;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openhab.core.addon.Addon;
import org.openhab.core.addon.AddonService;
import org.openhab.core.addon.AddonType;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Lists Latchkey among openHAB's add-ons, so that people reach its settings there. openHAB itself lists features that it
 * manages, and takes those out again that it was not asked for; Latchkey comes as a file in its folder of add-ons and is
 * none of them. Called on any thread; does not block.
 */
@Component
public final class LatchkeyAddonService implements AddonService {
    private static final String ID = "latchkey";
    /** Type and id of the file that describes the add-on, by which openHAB finds its settings. */
    private static final String ADDON = "misc-latchkey";

    /** What openHAB calls the kind of file that it came as. */
    private static final String KAR = "application/vnd.openhab.feature;type=karfile";

    private static final String UID = ID + ":" + ADDON;

    /** One alone: of an add-on with two, openHAB 4's page believes that somebody has changed it, and asks before each link. */
    private static final String LOGGER = "io.latchkey";

    private final Version version;

    /** Tells the version of this bundle. */
    @Activate
    public LatchkeyAddonService(BundleContext context) {
        this(context.getBundle().getVersion());
    }

    LatchkeyAddonService(Version version) {
        this.version = version;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getName() {
        return "Latchkey";
    }

    @Override
    public void refreshSource() {
        // there is one add-on, always
    }

    @Override
    public List<Addon> getAddons(Locale locale) {
        return List.of(addon(LocalizedTexts.of(locale)));
    }

    @Override
    public Addon getAddon(String id, Locale locale) {
        return Set.of(ADDON, UID).contains(id) ? addon(LocalizedTexts.of(locale)) : null;
    }

    @Override
    public List<AddonType> getTypes(Locale locale) {
        return List.of(AddonType.MISC);
    }

    @Override
    public void install(String id) {
        throw new UnsupportedOperationException("Latchkey is installed already");
    }

    @Override
    public void uninstall(String id) {
        throw new UnsupportedOperationException(
                "Latchkey came as a file: to remove it, take latchkey-openhab-VERSION.kar out of openHAB's folder addons");
    }

    @Override
    public String getAddonId(URI uri) {
        return null;
    }

    /** Without a link: there is no address of the project that everybody can open. */
    private Addon addon(LocalizedTexts texts) {
        return Addon.create(UID)
                .withType(AddonType.MISC.getId())
                .withId(ID)
                .withLabel("Latchkey")
                .withVersion(version.toString())
                .withAuthor("Latchkey", false)
                .withLicense("EPL-2.0")
                .withConnection("local")
                .withContentType(KAR)
                .withInstalled(true)
                .withDescription(texts.get("addon.description"))
                .withDetailedDescription(texts.get("addon.details"))
                .withConfigDescriptionURI(ConfiguredDefaults.DESCRIPTION)
                .withLoggerPackages(List.of(LOGGER))
                .build();
    }
}
