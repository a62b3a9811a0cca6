// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.takeover;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.model.Catalogue;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.Built;
import io.latchkey.itests.TestBundle;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.pairing.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** What the old add-on left in openHAB's storage, and a phone that was paired with it. */
public final class OldAddon {
    /** Its Device ID, in the form that it drew: lower case and not padded. */
    public static final String ID = "5e:54:18:f0:b:1";
    /** The configuration number that it announced last. */
    public static final int REVISION = 41;

    /** The name of the storage that it kept everything in. */
    public static final String STORAGE = "homekit";

    private static final byte[] SEED = "the seed of the old identity 32b".getBytes();
    private static final String INFORMATION = service(
            "AccessoryInformation", "FirmwareRevision", "Identify", "Manufacturer", "Model", "SerialNumber", "Name");

    private final ControllerKeys phone = WireClient.newKeys("6A1F11E2-9C7B-4C13-8A34-3D1E2B0D7F55");
    private final Map<String, String> accessories = new HashMap<>();

    /** Notes an accessory as the add-on did: services in order, characteristics by the names of their classes. */
    public OldAddon noting(String item, String... services) {
        accessories.put(item, "[" + INFORMATION + "," + String.join(",", services) + "]");
        return this;
    }

    /** One service of a note. */
    public static String service(String type, String... characteristics) {
        JsonArray list = new JsonArray();
        for (String name : characteristics) {
            JsonObject characteristic = new JsonObject();
            characteristic.addProperty("iid", 0);
            characteristic.addProperty(
                    "type", Catalogue.characteristic(name).uuid().text());
            characteristic.add("perms", new JsonArray());
            list.add(characteristic);
        }
        JsonObject service = new JsonObject();
        service.addProperty("type", Catalogue.service(type).uuid().full());
        service.add("c", list);
        return service.toString();
    }

    /** The phone's keys, the only thing that it has. */
    public ControllerKeys phone() {
        return phone;
    }

    /** The bridge as the phone knows it. */
    public ControllerKeys.Peer bridge() {
        DeviceId id = DeviceId.foreign(ID);
        return new ControllerKeys.Peer(id, Credentials.identity(id, SEED).publicKey());
    }

    /** What must never be shown to anybody. */
    public List<String> secrets() {
        return List.of(encoded(SEED), encoded(Credentials.publicKey(phone)));
    }

    /** What lies in its storage. */
    public Map<String, Object> content() {
        Pairing pairing = WireClient.pairing(phone, Permissions.ADMIN);
        return Map.of(
                "mac",
                ID,
                "salt",
                "-1234567890",
                "privateKey",
                encoded(SEED),
                "user_" + ID + pairing.controller().text(),
                encoded(pairing.publicKey()),
                "revision",
                Integer.toString(REVISION),
                "known_accessories",
                accessories);
    }

    /** A bundle that has openHAB's storage with this in it, and all types of openHAB that anybody may import. */
    public InputStream storage() throws Exception {
        Path folder = Built.fresh("old-storage");
        JsonObject file = new JsonObject();
        content().forEach((key, value) -> put(file, key, value));
        Files.writeString(folder.resolve(STORAGE + ".json"), file.toString());
        List<Class<?>> classes = new ArrayList<>(List.of(OldStorageActivator.class));
        classes.addAll(signatures());
        Map<String, String> headers = Map.of(
                "Export-Package",
                classes.stream()
                        .skip(1)
                        .map(each -> each.getPackageName() + ";version=\"4.3.0\"")
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(Collectors.joining(",")),
                "Import-Package",
                "org.osgi.framework,com.google.gson",
                "Storage-Folder",
                folder.toString());
        return TestBundle.of("openhab.storage", headers, classes);
    }

    private static void put(JsonObject file, String key, Object value) {
        JsonObject entry = new JsonObject();
        entry.addProperty("class", value.getClass().getName());
        entry.add("value", new Gson().toJsonTree(value));
        file.add(key, entry);
    }

    private static Set<Class<?>> signatures() throws IOException, ClassNotFoundException {
        Set<Class<?>> classes = new LinkedHashSet<>();
        try (JarFile jar =
                new JarFile(Built.target().resolve("bundles/openhab-api.jar").toFile())) {
            for (String name : jar.stream().map(JarEntry::getName).sorted().toList()) {
                if (name.endsWith(".class") && name.indexOf('$') < 0) {
                    String type =
                            name.substring(0, name.length() - ".class".length()).replace('/', '.');
                    classes.add(Class.forName(type, false, OldAddon.class.getClassLoader()));
                }
            }
        }
        return classes;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
