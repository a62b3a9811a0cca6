// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.addon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.openhab.core.addon.Addon;
import org.openhab.core.addon.AddonType;
import org.osgi.framework.Version;
import org.w3c.dom.Element;

/** What openHAB's user interface asks for, and what it makes of it. */
class LatchkeyAddonServiceTest {
    private final LatchkeyAddonService service = new LatchkeyAddonService(new Version("1.2.3"));

    /** MainUI takes what is before the colon for the service, and asks it with and without that. */
    @Test
    void isFoundByBothOfItsIds() {
        String uid = service.getAddons(null).get(0).getUid();
        assertEquals("latchkey:misc-latchkey", uid);
        assertEquals(service.getId(), uid.substring(0, uid.indexOf(':')));
        assertEquals(uid, service.getAddon(uid, Locale.ENGLISH).getUid());
        assertEquals(
                uid,
                service.getAddon(uid.substring(uid.indexOf(':') + 1), Locale.ENGLISH)
                        .getUid());
        assertNull(service.getAddon("misc-homekit", Locale.ENGLISH));
    }

    /** openHAB's REST interface finds the settings by type and id in the file that describes the add-on. */
    @Test
    void itsSettingsAreThoseOfTheFile() throws Exception {
        Addon addon = service.getAddons(Locale.ENGLISH).get(0);
        Element file = file();
        assertEquals(file.getAttribute("id"), addon.getId());
        assertEquals(file.getElementsByTagName("type").item(0).getTextContent(), addon.getType());
        Element settings =
                (Element) file.getElementsByTagName("config-description-ref").item(0);
        assertEquals(settings.getAttribute("uri"), addon.getConfigDescriptionURI());
        assertEquals("latchkey", addon.getConfigDescriptionURI().split(":")[1], "else MainUI hides it");
    }

    @Test
    void saysHonestlyWhoseItIs() {
        Addon addon = service.getAddons(Locale.ENGLISH).get(0);
        assertEquals("Latchkey", addon.getAuthor());
        assertFalse(addon.isVerifiedAuthor());
        assertNull(addon.getLink());
        assertTrue(addon.isInstalled());
        assertEquals("1.2.3", addon.getVersion());
        assertEquals(List.of("io.latchkey"), addon.getLoggerPackages(), "openHAB 4 takes two for a change");
        assertEquals(
                List.of("misc"),
                service.getTypes(null).stream().map(AddonType::getId).toList());
    }

    @Test
    void speaksTheLanguageOfTheReader() {
        assertTrue(service.getAddons(Locale.GERMAN).get(0).getDescription().startsWith("Zeigt Items"));
        assertTrue(service.getAddons(null).get(0).getDescription().startsWith("Shows items"));
    }

    /** openHAB writes the message into its log and tells its pages that it failed. */
    @Test
    void refusesToInstallAndSaysHowToRemove() {
        assertThrows(UnsupportedOperationException.class, () -> service.install("misc-latchkey"));
        Exception refused =
                assertThrows(UnsupportedOperationException.class, () -> service.uninstall("latchkey:misc-latchkey"));
        assertTrue(refused.getMessage().contains("out of openHAB's folder addons"), refused.getMessage());
        assertNull(service.getAddonId(URI.create("https://example.org/latchkey.kar")));
    }

    private static Element file() throws Exception {
        try (InputStream in = LatchkeyAddonServiceTest.class.getResourceAsStream("/OH-INF/addon/addon.xml")) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        }
    }
}
