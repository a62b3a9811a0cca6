// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.EnablingStatus;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.PairingStatus;
import io.latchkey.api.bridge.RefusedSetting;
import io.latchkey.api.bridge.SessionStatus;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.model.AccessoryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bridges as a test has made them. */
final class FixedRuntime implements BridgeRuntime {
    final List<BridgeStatus> bridges = new ArrayList<>();
    final List<AccessoryStatus> accessories = new ArrayList<>();
    final List<AbsentAccessory> absent = new ArrayList<>();
    final List<EnablingStatus> enabling = new ArrayList<>();
    final List<AccessoryPlace> places = new ArrayList<>();

    /** Adds a bridge of the configuration {@code home}. */
    ExaminedBridge bridge(String id, BridgeStatus.State state, int controllers, int shown, String... problem) {
        return bridge(
                id,
                state,
                controllers,
                shown,
                List.of(problem).stream().findFirst(),
                Optional.empty(),
                Optional.empty());
    }

    /** Adds the server of an accessory that stands alone. */
    ExaminedBridge alone(String id, int controllers) {
        return bridge(
                id,
                BridgeStatus.State.READY,
                controllers,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.of(AccessoryCategory.IP_CAMERA));
    }

    /** Adds a bridge that runs though a setting was refused. */
    ExaminedBridge refused(String id, RefusedSetting setting) {
        return bridge(
                id,
                BridgeStatus.State.READY,
                1,
                1,
                Optional.of(setting.text()),
                Optional.of(setting),
                Optional.empty());
    }

    private ExaminedBridge bridge(
            String id,
            BridgeStatus.State state,
            int controllers,
            int shown,
            Optional<String> problem,
            Optional<RefusedSetting> refused,
            Optional<AccessoryCategory> standalone) {
        BridgeStatus status = new BridgeStatus(
                id,
                "My " + id,
                state,
                Optional.empty(),
                Optional.empty(),
                controllers,
                shown,
                0,
                ConfigurationNumber.FIRST,
                Optional.empty(),
                Optional.empty(),
                problem,
                refused,
                "io.latchkey.bridge~home",
                standalone);
        bridges.add(status);
        return new ExaminedBridge(status, Optional.empty(), Optional.empty());
    }

    /** Lets all bridges show an accessory with one service. */
    void shows(String name, String service) {
        accessories.add(new AccessoryStatus(
                new AccessoryId(2 + accessories.size()), name, "items", name, List.of(service), true));
    }

    @Override
    public List<BridgeStatus> bridges() {
        return bridges;
    }

    @Override
    public List<EnablingStatus> enabling() {
        return enabling;
    }

    @Override
    public List<AccessoryStatus> accessories(String bridge) {
        return accessories;
    }

    @Override
    public List<AccessoryPlace> places(String bridge) {
        return places;
    }

    @Override
    public List<AbsentAccessory> absent(String bridge) {
        return absent;
    }

    @Override
    public List<PairingStatus> pairings(String bridge) {
        return List.of();
    }

    @Override
    public List<SessionStatus> sessions(String bridge) {
        return List.of();
    }
}
