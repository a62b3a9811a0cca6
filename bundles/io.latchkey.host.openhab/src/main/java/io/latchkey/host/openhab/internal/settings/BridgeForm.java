// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the configuration of a bridge says to its page, and what is written back into it: the switches of actions that have
 * been seen, and no value that the page only shows. Pure, and settled at once: what it has written it leaves alone.
 */
final class BridgeForm {
    /** The field into which the name of the bridge is typed that is to be removed. */
    static final String REMOVE = "remove";

    private final Map<String, Object> properties;

    BridgeForm(Map<String, Object> properties) {
        this.properties = properties;
    }

    /** What a person can ask for by a switch. */
    enum Action {
        RESET("reset"),
        NEW_SETUP_CODE("newSetupCode");

        private final String key;

        Action(String key) {
            this.key = key;
        }

        /** The name of its switch. */
        String key() {
            return key;
        }
    }

    String id() {
        return BridgeConfigurations.id(properties);
    }

    String name() {
        return text("name").orElse(id());
    }

    /** The file that the configuration lives in, which nobody else writes. */
    Optional<String> file() {
        return text(BridgeConfigurations.FILE);
    }

    /**
     * What is asked for. Only the switch of a form counts: text comes from a file, which would ask again each time that
     * it is read.
     */
    List<Action> wishes() {
        return Arrays.stream(Action.values())
                .filter(action -> Boolean.TRUE.equals(properties.get(action.key)))
                .toList();
    }

    /** What was typed to have the bridge removed, if something was. */
    Optional<String> removal() {
        return file().isPresent() ? Optional.empty() : text(REMOVE);
    }

    /** What the configuration should be; empty when it is so already. */
    Optional<Map<String, Object>> settled() {
        if (file().isPresent()) {
            return Optional.empty();
        }
        Map<String, Object> settled = BridgeSection.without(properties);
        settled.remove(REMOVE);
        settled.putIfAbsent(BridgeConfigurations.CONTEXT, id());
        wishes().forEach(action -> settled.put(action.key, false));
        return settled.equals(properties) ? Optional.empty() : Optional.of(settled);
    }

    /** Whether another form says the same. */
    boolean isSame(BridgeForm other) {
        return properties.equals(other.properties);
    }

    private Optional<String> text(String key) {
        return Optional.of(Objects.toString(properties.get(key), "").trim()).filter(text -> !text.isEmpty());
    }
}
