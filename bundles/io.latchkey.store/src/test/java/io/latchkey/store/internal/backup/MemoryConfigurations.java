// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A configuration admin that holds configurations of bridges in memory and can refuse to write. */
final class MemoryConfigurations {
    private final Map<String, Dictionary<String, Object>> all = new TreeMap<>();
    private boolean isFull;
    private int updates;

    ConfigurationAdmin admin() {
        return fake(ConfigurationAdmin.class, (name, arguments) -> switch (name) {
            case "listConfigurations" ->
                all.isEmpty()
                        ? null
                        : all.keySet().stream().map(this::configuration).toArray(Configuration[]::new);
            case "getFactoryConfiguration" -> configuration(arguments[0] + "~" + arguments[1]);
            default -> throw new AssertionError(name);
        });
    }

    /** Configures a bridge as a file would. */
    void put(String bridge, Map<String, ?> properties) {
        Dictionary<String, Object> values = new Hashtable<>(properties);
        values.put("service.pid", "io.latchkey.bridge~" + bridge);
        values.put("felix.fileinstall.filename", "file:/etc/io.latchkey.bridge-" + bridge + ".cfg");
        all.put("io.latchkey.bridge~" + bridge, values);
    }

    /** Takes that of a bridge away. */
    void remove(String bridge) {
        all.remove("io.latchkey.bridge~" + bridge);
    }

    /** What the configuration of a bridge says; empty when there is none. */
    Map<String, Object> of(String bridge) {
        Map<String, Object> values = new TreeMap<>();
        Dictionary<String, Object> found = all.get("io.latchkey.bridge~" + bridge);
        if (found != null) {
            Collections.list(found.keys()).forEach(key -> values.put(key, found.get(key)));
        }
        return values;
    }

    /** From now on nothing can be written, or it can again. */
    void fill(boolean full) {
        isFull = full;
    }

    /** How often one was written. */
    int updates() {
        return updates;
    }

    private Configuration configuration(String pid) {
        return fake(Configuration.class, (name, arguments) -> switch (name) {
            case "getProperties" -> copy(all.get(pid));
            case "update" -> update(pid, (Dictionary<?, ?>) arguments[0]);
            case "delete" -> delete(pid);
            default -> throw new AssertionError(name);
        });
    }

    private Object delete(String pid) {
        all.remove(pid);
        return null;
    }

    private Object update(String pid, Dictionary<?, ?> properties) throws IOException {
        if (isFull) {
            throw new IOException("No space left on device");
        }
        updates++;
        all.put(pid, copy(properties));
        return null;
    }

    private static Dictionary<String, Object> copy(Dictionary<?, ?> properties) {
        if (properties == null) {
            return null;
        }
        Dictionary<String, Object> copy = new Hashtable<>();
        Collections.list(properties.keys()).forEach(key -> copy.put((String) key, properties.get(key)));
        return copy;
    }

    private interface Behaviour {
        Object call(String name, Object[] arguments) throws IOException;
    }

    private static <T> T fake(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> behaviour.call(method.getName(), arguments)));
    }
}
