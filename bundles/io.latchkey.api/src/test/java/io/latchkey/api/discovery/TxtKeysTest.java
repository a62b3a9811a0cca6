// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupHash;
import io.latchkey.api.identity.SetupId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All nine keys, in the words of the protocol. */
class TxtKeysTest {
    private static final DeviceId DEVICE = new DeviceId("E1:91:1A:70:85:AA");

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 0"})
    void statusFlagsSayWhetherItIsPaired(boolean paired, String flags) {
        assertEquals(flags, record("Latchkey", paired).keys().get("sf"));
    }

    @Test
    void allNineAreThere() {
        assertEquals(
                List.of("c#", "ff", "id", "md", "pv", "s#", "sf", "ci", "sh"),
                List.copyOf(record("Latchkey", true).keys().keySet()));
    }

    @Test
    void aLongModelIsCutBetweenCharacters() {
        String model = record("é".repeat(200), true).keys().get("md");
        assertEquals("é".repeat(126), model);
        assertEquals(252, model.getBytes(StandardCharsets.UTF_8).length);
    }

    private static Advertisement record(String model, boolean paired) {
        return new Advertisement(
                "Home",
                51_826,
                DEVICE,
                model,
                ConfigurationNumber.FIRST,
                paired,
                AccessoryCategory.BRIDGE,
                SetupHash.of(new SetupId("7OSX"), DEVICE));
    }
}
