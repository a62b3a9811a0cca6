// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import static io.latchkey.accessories.media.internal.SmartSpeaker.CURRENT;
import static io.latchkey.accessories.media.internal.SmartSpeaker.TARGET;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps what a speaker shall play true to what it does, and the reverse where no item tells. Stateless. */
final class SmartSpeakerBehaviour implements Behaviour<Playback> {

    @Override
    public Playback initial() {
        return Playback.UNKNOWN;
    }

    @Override
    public Step<Playback> step(Playback before, Input input, Scene scene) {
        Map<Role, Value> written = input instanceof Input.Written writes ? writes.values() : Map.of();
        RequestedCommands request = RequestedCommands.of(written, SmartSpeaker.ROLES, scene);
        Playback next = input instanceof Input.Updated updated
                ? before.updated(updated.roles(), CURRENT, TARGET, scene)
                : request.wished(TARGET, written).map(before::wished).orElse(before);
        return request.judge(new Step<>(next, shown(next, scene), request.commands(), Optional.empty()));
    }

    private static Map<Role, Value> shown(Playback now, Scene scene) {
        Map<Role, Value> values = new LinkedHashMap<>();
        now.target().ifPresent(target -> values.put(TARGET, target));
        if (scene.player(CURRENT).isEmpty()) {
            scene.value(TARGET).ifPresent(told -> values.put(CURRENT, told));
        }
        return values;
    }
}
