// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.homebridge;

import static io.latchkey.store.internal.homebridge.HomebridgeSamples.IDENTITIES;
import static io.latchkey.store.internal.homebridge.HomebridgeSamples.info;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Permissions;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from the files that Homebridge keeps of a bridge. */
class PersistedBridgeTest {
    @Test
    void oldFilesKnowAdministratorsOnly() throws IOException {
        JsonObject info = info();
        info.remove("pairedClientsPermission");
        info.getAsJsonObject("pairedClients").addProperty("BROKEN", "no hex");
        PersistedBridge read = PersistedBridge.of(DeviceId.foreign("x"), info, IDENTITIES);
        assertTrue(read.pairings().stream().allMatch(each -> each.permissions() == Permissions.ADMIN));
        assertEquals(2, read.pairings().size());
        assertTrue(read.problems().get(0).contains("A controller is left out"));
    }

    @ParameterizedTest
    @CsvSource({"65535,1", "0,1", "70000,1", "1,2"})
    void theNumberRisesAndIsNeverZero(String stored, int next) {
        JsonObject info = info();
        info.addProperty("configVersion", stored);
        assertEquals(
                next,
                PersistedBridge.of(DeviceId.foreign("x"), info, IDENTITIES)
                        .number()
                        .value());
    }
}
