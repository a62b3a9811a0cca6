// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.provider.BridgeView;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations that can be used, and what is said about others. */
class SettingsTest {

    @Test
    void theFormAndTheReaderHaveTheSameDefaults() {
        Map<String, Object> defaults = new HashMap<>();
        for (Method key : BridgeConfiguration.class.getDeclaredMethods()) {
            defaults.put(key.getName(), key.getDefaultValue());
        }
        assertEquals(Settings.of(Map.of()), Settings.of(defaults));
        assertEquals("{name} : {port}", defaults.get("webconsole_configurationFactory_nameHint"));
    }

    @Test
    void textsFromFilesAreAsGoodAsTypedValues() {
        Settings typed = Settings.of(Map.of("port", 21_000, "mdns", false, "coalescingMillis", 250));
        Settings text = Settings.of(Map.of("port", " 21000 ", "mdns", "FALSE", "coalescingMillis", "250"));
        assertEquals(typed, text);
        assertEquals(Duration.ofMillis(250), text.coalescing());
        assertFalse(text.mdns());
        assertEquals(9123, Settings.of(Map.of("port", 9123.0)).address().getPort());
        assertEquals(
                9123,
                Settings.of(Map.of("port", new BigDecimal("9123"))).address().getPort());
    }

    @Test
    void providersHearHowItemsAsk() {
        assertEquals(BridgeView.Expose.METADATA, Settings.of(Map.of()).view().expose());
        Settings semantic = Settings.of(Map.of("expose", " Semantic ", "selection", "!location:Garden"));
        assertEquals(
                new BridgeView("home", "Latchkey", "", "!location:Garden", BridgeView.Expose.SEMANTIC),
                semantic.view());
        assertEquals(
                BridgeView.Expose.SEMANTIC,
                semantic.further("home-2", "2").view().expose());
    }

    @Test
    void rulesAreAListOfTags() {
        assertEquals(Set.of(), Settings.of(Map.of("rules", " , ")).view().rules());
        Settings settings = Settings.of(Map.of("rules", " Scene, HomeKit,Scene"));
        assertEquals(Set.of("Scene", "HomeKit"), settings.view().rules());
        assertEquals(
                Set.of("Scene", "HomeKit"),
                settings.further("home-2", "2").view().rules());
    }

    @Test
    void anItemMayEnableABridgeAndItsFurtherOnes() {
        assertEquals(Optional.empty(), Settings.of(Map.of("enabledBy", " ")).enabledBy());
        Settings settings = Settings.of(Map.of("enabledBy", " Guests "));
        assertEquals(Optional.of("Guests"), settings.enabledBy());
        assertEquals(Optional.of("Guests"), settings.further("home-2", "2").enabledBy());
    }

    @Test
    void addressesAreRead() {
        assertTrue(Settings.of(Map.of()).address().getAddress().isAnyLocalAddress());
        assertTrue(Settings.of(Map.of("bindAddress", "127.0.0.1"))
                .address()
                .getAddress()
                .isLoopbackAddress());
        assertTrue(
                Settings.of(Map.of("bindAddress", "::1")).address().getAddress().isLoopbackAddress());
        assertTrue(
                Settings.of(Map.of("bindAddress", "::")).address().getAddress().isAnyLocalAddress());
    }

    @Test
    void categoriesHaveNamesAndNumbers() {
        assertEquals(
                AccessoryCategory.LIGHTING, Settings.of(Map.of("category", "5")).category());
        assertEquals(
                AccessoryCategory.SECURITY_SYSTEM,
                Settings.of(Map.of("category", "Security System")).category());
    }

    @ParameterizedTest
    @CsvSource({
        "id,               a b,           letters",
        "id,               '',            letters",
        "name,             💡,            letter or a digit",
        "bindAddress,      example.org,   IP address",
        "bindAddress,      300.1.1.1,     IP address",
        "port,             65536,         0 to 65535",
        "port,             -1,            0 to 65535",
        "port,             http,          0 to 65535",
        "port,             9123.5,        0 to 65535",
        "setupCode,        123-45-678,    forbids",
        "setupCode,        12345678,      XXX-XX-XXX",
        "setupId,          abc,           four characters",
        "category,         spaceship,     number up to 36",
        "category,         99,            number up to 36",
        "hosts,            (latchkey,     filter",
        "coalescingMillis, 60001,         0 to 60000",
        "promptEvents,     perhaps,       true or false",
        "maximumSessions,  7,             8 to 4096",
        "mdns,             1,             true or false",
        "adaptiveLighting, on,            true or false",
        "eveHistory,       yes,           true or false",
        "keepWrites,       366,           0 to 365",
        "expose,           everything,    metadata or semantic"
    })
    void aWrongValueIsRefusedWithItsKeyAndWhatIsRight(String key, String value, String right) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Settings.of(Map.of(key, value)));
        assertTrue(refusal.getMessage().startsWith(key + " "), refusal::getMessage);
        assertTrue(refusal.getMessage().contains(right), refusal::getMessage);
        assertFalse(key.equals("setupCode") && refusal.getMessage().contains(value), refusal::getMessage);
    }
}
