// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.identity.SetupPayload;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is written back into the configuration of a bridge: its QR code, and the switches of actions that have been seen.
 * Pure, and settled at once: what it has written it leaves alone as long as the bridge stays as it is.
 */
final class BridgeForm {
    private static final String QR_CODE = "qrCode";
    /** Who finds this wrote the configuration as a file, which is then nobody else's to write. */
    private static final String FILE = "felix.fileinstall.filename";

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
    }

    String id() {
        return BridgeConfigurations.id(properties);
    }

    String name() {
        return Objects.toString(properties.get("name"), id());
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

    /**
     * What the configuration should be.
     *
     * @param status of the bridge, if it is there
     * @return empty when it is so already
     */
    Optional<Map<String, Object>> settled(Optional<BridgeStatus> status) {
        if (properties.containsKey(FILE)) {
            return Optional.empty();
        }
        Map<String, Object> settled = new TreeMap<>(properties);
        settled.putIfAbsent(BridgeConfigurations.CONTEXT, id());
        wishes().forEach(action -> settled.put(action.key, false));
        status.filter(bridge -> bridge.state() == BridgeStatus.State.READY)
                .map(BridgeForm::qrCode)
                .filter(code -> !code.equals(settled.getOrDefault(QR_CODE, "")))
                .ifPresent(code -> settled.put(QR_CODE, code));
        return settled.equals(properties) ? Optional.empty() : Optional.of(settled);
    }

    /** What the QR code says; blank while the bridge is paired, because it can't be paired by it then. */
    static String qrCode(BridgeStatus bridge) {
        return bridge.controllers() > 0
                ? ""
                : bridge.payload().map(SetupPayload::uri).orElse("");
    }
}
