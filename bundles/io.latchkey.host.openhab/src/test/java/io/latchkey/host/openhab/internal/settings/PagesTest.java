// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/**
 * openHAB's REST interface finds the page, as it looks for it since 4.3: first for the only service that has the PID and
 * any factory, which the component of the bridge would be; else among all that name a description.
 */
class PagesTest {
    private static final String PID = "io.latchkey.bridge~home";
    private static final String FACTORY_INSTANCE = "(&(service.pid=" + PID + ")(service.factoryPid=*))";
    private static final String CONFIGURABLE = "(&(service.config.description.uri=*)(!(service.config.factory=*)))";

    private final Dictionary<String, Object> component = new Hashtable<>(
            Map.of("service.pid", PID, "service.factoryPid", "io.latchkey.bridge", "component.name", "bridge"));

    @Test
    void theComponentOfTheBridgeIsNotTakenForThePage() throws Exception {
        Dictionary<String, Object> page = page(Map.of("id", "home", "name", "Villa"));
        assertEquals(
                2,
                Stream.of(component, page)
                        .filter(each -> matches(FACTORY_INSTANCE, each))
                        .count());
        assertEquals(
                List.of(page),
                Stream.of(component, page)
                        .filter(each -> matches(CONFIGURABLE, each))
                        .toList());
    }

    @Test
    void eachPageHasADescriptionOfItsOwn() {
        Dictionary<String, Object> page = page(Map.of("id", "home", "name", "Villa"));
        assertEquals(PID, page.get("service.pid"));
        assertEquals("io:latchkey-bridge:io.latchkey.bridge~home", page.get("service.config.description.uri"));
        assertEquals("Latchkey: Villa", page.get("service.config.label"));
        assertEquals("io", page.get("service.config.category"));
    }

    /** Of two configurations of one id one is refused, and its page says so. */
    @Test
    void twoConfigurationsOfOneIdHavePagesOfTheirOwn() {
        assertEquals(
                "io:latchkey-bridge:io.latchkey.bridge~a_b_",
                BridgeDescriptions.address("io.latchkey.bridge~a b\"").toString());
        assertNotEquals(
                BridgeDescriptions.address("io.latchkey.bridge~home"),
                BridgeDescriptions.address("io.latchkey.bridge.home"));
    }

    private static Dictionary<String, Object> page(Map<String, Object> configured) {
        Map<String, Object> properties = new HashMap<>(configured);
        return Dictionaries.dictionary(Pages.properties(PID, new BridgeForm(properties)));
    }

    private static boolean matches(String filter, Dictionary<String, Object> service) {
        try {
            return FrameworkUtil.createFilter(filter).match(service);
        } catch (InvalidSyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
