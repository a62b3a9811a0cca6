// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.homebridge;

import com.google.gson.JsonObject;
import io.latchkey.api.bridge.Identities;
import io.latchkey.api.identity.AccessoryIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** The files that Homebridge keeps of a bridge with an administrator and a guest. */
final class HomebridgeSamples {
    static final String SEED = "5eed".repeat(16);
    static final String PUBLIC = "b0b0".repeat(16);
    static final String GUEST = "6a1f".repeat(16);
    static final String CODE = "031-45-154";
    static final Identities IDENTITIES =
            (id, seed) -> new AccessoryIdentity(id, seed, HexFormat.of().parseHex(PUBLIC));

    private HomebridgeSamples() {}

    static JsonObject info() {
        JsonObject clients = new JsonObject();
        clients.addProperty("ADMIN", PUBLIC);
        clients.addProperty("GUEST", GUEST);
        JsonObject permissions = new JsonObject();
        permissions.addProperty("ADMIN", 1);
        permissions.addProperty("GUEST", 0);
        JsonObject info = new JsonObject();
        info.addProperty("displayName", "Homebridge 0A1B");
        info.addProperty("category", 2);
        info.addProperty("pincode", CODE);
        info.addProperty("signSk", SEED + PUBLIC);
        info.addProperty("signPk", PUBLIC);
        info.add("pairedClients", clients);
        info.add("pairedClientsPermission", permissions);
        info.addProperty("configVersion", 12);
        info.addProperty("setupID", "HB42");
        return info;
    }

    static void put(Path folder, String id, JsonObject info) throws IOException {
        Path persist = Files.createDirectories(folder.resolve("persist"));
        Files.writeString(persist.resolve("AccessoryInfo." + id + ".json"), info.toString());
        Files.writeString(persist.resolve("IdentifierCache." + id + ".json"), "{\"cache\":{}}");
    }
}
