// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.homebridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person has typed.
 *
 * @param folder where the files lie
 * @param from the bridge there, if one is named
 * @param bridge the bridge here, if one is named
 * @param apply whether it is to be done
 */
record TakeoverOrder(String folder, Optional<String> from, Optional<String> bridge, boolean apply) {
    static Optional<TakeoverOrder> of(List<String> arguments) {
        List<String> words = new ArrayList<>(arguments);
        boolean apply = words.remove("--apply");
        Optional<String> from = option(words, "--from");
        Optional<String> bridge = option(words, "--bridge");
        return words.size() == 1 && !words.get(0).startsWith("--")
                ? Optional.of(new TakeoverOrder(words.get(0), from, bridge, apply))
                : Optional.empty();
    }

    /** Whether a bridge that was found is the one that is named; each is where none is. */
    boolean takes(PersistedBridge found) {
        return from.map(id -> isSame(found, id)).orElse(true);
    }

    private static boolean isSame(PersistedBridge bridge, String id) {
        return bridge.deviceId().text().toUpperCase(Locale.ROOT).equals(id.toUpperCase(Locale.ROOT));
    }

    private static Optional<String> option(List<String> words, String name) {
        int at = words.indexOf(name);
        if (at < 0 || at + 1 == words.size()) {
            return Optional.empty();
        }
        words.remove(at);
        return Optional.of(words.remove(at));
    }
}
