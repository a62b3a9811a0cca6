// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.PairingStatus;
import io.latchkey.api.bridge.SessionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bridges of which only is known where they show what. */
final class FixedPlaces implements BridgeRuntime {
    final List<String> asked = new ArrayList<>();
    private final List<AccessoryPlace> places = new ArrayList<>();

    void shown(String key, String bridge) {
        places.add(new AccessoryPlace("items", key, Optional.of(bridge), Optional.empty()));
    }

    void leftOut(String key, String why) {
        places.add(new AccessoryPlace("items", key, Optional.empty(), Optional.of(why)));
    }

    @Override
    public List<AccessoryPlace> places(String bridge) {
        asked.add(bridge);
        return places;
    }

    @Override
    public List<BridgeStatus> bridges() {
        return List.of();
    }

    @Override
    public List<AbsentAccessory> absent(String bridge) {
        return List.of();
    }

    @Override
    public List<AccessoryStatus> accessories(String bridge) {
        return List.of();
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
