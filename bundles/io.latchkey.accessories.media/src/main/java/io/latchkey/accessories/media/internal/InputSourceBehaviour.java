// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import static io.latchkey.accessories.media.internal.InputSource.CURRENT;
import static io.latchkey.accessories.media.internal.InputSource.NAME;
import static io.latchkey.accessories.media.internal.InputSource.TARGET;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Shows an input that shall be shown, where no item knows whether it is, and keeps the name that somebody gave it in Home.
 * The state is that name. Stateless.
 */
final class InputSourceBehaviour implements Behaviour<Map<Role, Value>> {
    private static final List<Role> WRITABLE = List.of(NAME, TARGET);
    private static final Set<Role> KEEPABLE = Set.of(NAME);

    @Override
    public Map<Role, Value> initial() {
        return Map.of();
    }

    @Override
    public Step<Map<Role, Value>> step(Map<Role, Value> kept, Input input, Scene scene) {
        Map<Role, Value> written = input instanceof Input.Written writes ? writes.values() : Map.of();
        Request request = Request.of(written, WRITABLE, KEEPABLE, scene);
        Map<Role, Value> next = request.keptBeside(kept);
        return request.judge(new Step<>(next, shown(next, scene), request.commands(), Optional.empty()));
    }

    private static Map<Role, Value> shown(Map<Role, Value> kept, Scene scene) {
        Map<Role, Value> values = new LinkedHashMap<>(kept);
        if (scene.player(CURRENT).isEmpty()) {
            scene.value(TARGET).ifPresent(visible -> values.put(CURRENT, visible));
        }
        return values;
    }
}
