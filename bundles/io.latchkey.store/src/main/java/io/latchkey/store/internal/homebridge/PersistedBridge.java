// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.homebridge;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.api.bridge.Identities;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupId;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What HAP-NodeJS has stored of one bridge, or of an accessory that is published outside one, as far as we take it. Keys stay inside types that never show them.
 *
 * @param deviceId under which controllers know it
 * @param name what people call it
 * @param isBridge whether it is a bridge; old files don't say it, and bridges are what most of them are of
 * @param identity empty when its keys can't be read or don't belong together
 * @param pairings its controllers
 * @param number the configuration number to go on with, after the last one
 * @param setupId the setup ID, if it has one that we take
 * @param problems what can't be taken over and why, for people
 */
record PersistedBridge(
        DeviceId deviceId,
        String name,
        boolean isBridge,
        Optional<AccessoryIdentity> identity,
        List<Pairing> pairings,
        ConfigurationNumber number,
        Optional<SetupId> setupId,
        List<String> problems) {
    private static final String BRIDGE = "2";
    private static final int SEED = 32;
    private static final int SECRET = 64;
    private static final int LARGEST_NUMBER = 65_535;

    static PersistedBridge of(DeviceId id, JsonObject file, Identities identities) {
        List<String> problems = new ArrayList<>();
        return new PersistedBridge(
                id,
                text(file, "displayName"),
                Set.of("", BRIDGE).contains(text(file, "category")),
                identity(id, file, identities, problems),
                pairings(file, problems),
                number(file),
                setupId(text(file, "setupID")),
                List.copyOf(problems));
    }

    /** The secret key is the seed and behind it the public key, which is stored once more beside it. */
    private static Optional<AccessoryIdentity> identity(
            DeviceId id, JsonObject file, Identities identities, List<String> problems) {
        Optional<AccessoryIdentity> identity = hex(text(file, "signSk"))
                .filter(secret -> secret.length == SECRET)
                .filter(secret -> isPublicKey(file, Arrays.copyOfRange(secret, SEED, SECRET)))
                .map(secret -> identities.of(id, Arrays.copyOf(secret, SEED)))
                .filter(made -> isPublicKey(file, made.publicKey()));
        if (identity.isEmpty()) {
            problems.add("Its keys can't be read or don't belong together, so it can't be taken over: pair anew.");
        }
        return identity;
    }

    private static boolean isPublicKey(JsonObject file, byte[] key) {
        return hex(text(file, "signPk"))
                .filter(stored -> MessageDigest.isEqual(stored, key))
                .isPresent();
    }

    private static Optional<byte[]> hex(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }

    private static List<Pairing> pairings(JsonObject file, List<String> problems) {
        List<Pairing> pairings = new ArrayList<>();
        JsonObject permissions = object(file, "pairedClientsPermission");
        for (Map.Entry<String, JsonElement> client :
                object(file, "pairedClients").entrySet()) {
            try {
                byte[] key = HexFormat.of().parseHex(client.getValue().getAsString());
                ControllerId controller = new ControllerId(client.getKey());
                pairings.add(new Pairing(controller, key, permissions(permissions.get(client.getKey()))));
            } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException unreadable) {
                problems.add("A controller is left out because its key can't be read: pair it anew.");
            }
        }
        return List.copyOf(pairings);
    }

    /** Old files don't say it: every controller was an administrator then. */
    private static Permissions permissions(JsonElement stored) {
        return stored == null
                ? Permissions.ADMIN
                : Permissions.of(stored.getAsInt()).orElse(Permissions.REGULAR);
    }

    private static ConfigurationNumber number(JsonObject file) {
        try {
            int last = Integer.parseInt(text(file, "configVersion"));
            return last < 1 || last > LARGEST_NUMBER ? ConfigurationNumber.FIRST : new ConfigurationNumber(last).next();
        } catch (NumberFormatException unreadable) {
            return ConfigurationNumber.FIRST.next();
        }
    }

    private static Optional<SetupId> setupId(String text) {
        try {
            return Optional.of(new SetupId(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String text(JsonObject json, String name) {
        JsonElement element = json.get(name);
        return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
    }

    private static JsonObject object(JsonObject json, String name) {
        JsonElement element = json.get(name);
        return element != null && element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
    }
}
