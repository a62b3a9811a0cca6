// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.takeover;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.openhab.core.storage.Storage;
import org.openhab.core.storage.StorageService;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** openHAB's storage, as far as the old add-on has filled it: reads files as openHAB writes them. */
public final class OldStorageActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        Path folder = Path.of(context.getBundle().getHeaders().get("Storage-Folder"));
        StorageService storages = (StorageService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {StorageService.class},
                (proxy, method, arguments) -> method.getName().equals("getStorage")
                        ? storage(folder.resolve(arguments[0] + ".json"))
                        : System.identityHashCode(proxy));
        context.registerService(StorageService.class, storages, null);
    }

    @Override
    public void stop(BundleContext context) {
        // the framework takes the service back
    }

    private static Object storage(Path file) throws Exception {
        Map<String, Object> values = Files.exists(file) ? read(Files.readString(file)) : Map.of();
        return Proxy.newProxyInstance(
                OldStorageActivator.class.getClassLoader(),
                new Class<?>[] {Storage.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "get" -> values.get(arguments[0]);
                    case "getKeys" -> values.keySet();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Map<String, Object> read(String text) throws ClassNotFoundException {
        Map<String, Object> values = new HashMap<>();
        JsonObject file = JsonParser.parseString(text).getAsJsonObject();
        for (String key : file.keySet()) {
            JsonObject entry = file.getAsJsonObject(key);
            Class<?> type = Class.forName(entry.get("class").getAsString());
            values.put(key, new Gson().fromJson(entry.get("value"), type));
        }
        return values;
    }
}
