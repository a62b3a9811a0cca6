// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the configuration of a bridge is to say once it is restored: what it said then, but for what can't be right here. A
 * bridge that is the same one keeps the setup code that it has now, since somebody may have changed it on purpose. Pure.
 *
 * @param to all of them; empty when the backup knows none, so that what is configured here stays
 * @param here what the configuration here says; empty when there is none
 */
record RestoredSettings(Optional<Map<String, String>> to, Optional<Map<String, String>> here) {
    private static final String CODE = "setupCode";
    private static final String PORT = "port";
    private static final String ADDRESS = "bindAddress";

    /** Keeps copies. */
    RestoredSettings {
        to = to.map(Map::copyOf);
        here = here.map(Map::copyOf);
    }

    /**
     * Plans them.
     *
     * @param then those in the backup
     * @param here those of the configuration here
     * @param same whether the bridge here is the same one
     * @param newPort whether it is to choose another port
     * @param isOurs whether a text is an address of this computer
     */
    static RestoredSettings of(
            Map<String, String> then,
            Optional<Map<String, String>> here,
            boolean same,
            boolean newPort,
            Predicate<String> isOurs) {
        if (then.isEmpty()) {
            return new RestoredSettings(Optional.empty(), here);
        }
        Map<String, String> to = new TreeMap<>(then);
        if (here.isPresent() && same) {
            take(CODE, here.get(), to);
        }
        if (!then.getOrDefault(ADDRESS, "").isBlank() && !isOurs.test(then.get(ADDRESS))) {
            take(ADDRESS, here.orElse(Map.of()), to);
        }
        if (newPort) {
            to.remove(PORT);
        }
        return new RestoredSettings(Optional.of(to), here);
    }

    /** What is in force: what is to be, or what is here. */
    Map<String, String> all() {
        return to.or(() -> here).orElse(Map.of());
    }

    /** The port that is set; empty when the bridge chooses one. */
    OptionalInt port() {
        String text = all().getOrDefault(PORT, "").trim();
        return text.matches("[1-9][0-9]{0,4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** What changes, one line for each setting, as a person would write it; the setup code is hidden. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        Map<String, String> before = here.orElse(Map.of());
        Map<String, String> after = to.orElse(before);
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            if (!before.getOrDefault(key, "").equals(after.getOrDefault(key, ""))) {
                changes.add(key + " = " + shown(key, after) + ", here " + shown(key, before));
            }
        }
        return changes;
    }

    /** The address that the bridge listened on then and that this computer doesn't have. */
    Optional<String> lostAddress(Map<String, String> then) {
        String address = then.getOrDefault(ADDRESS, "");
        return address.isBlank() || to.isEmpty() || address.equals(to.get().get(ADDRESS))
                ? Optional.empty()
                : Optional.of(address);
    }

    /** How a value is shown: what opens the door is not for a screen. */
    static String shown(String key, Map<String, String> settings) {
        String value = settings.getOrDefault(key, "");
        if (value.isBlank()) {
            return "nothing";
        }
        return key.equals(CODE) ? "(hidden)" : value;
    }

    private static void take(String key, Map<String, String> from, Map<String, String> to) {
        if (from.containsKey(key)) {
            to.put(key, from.get(key));
        } else {
            to.remove(key);
        }
    }
}
