// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import static io.latchkey.accessories.media.internal.InputSource.CURRENT;
import static io.latchkey.accessories.media.internal.InputSource.TARGET;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps whether an input is shown true to whether it shall be: the one follows the other where no item or metadata tells
 * it. Stateless.
 */
final class InputSourceBehaviour implements Behaviour<Optional<Void>> {
    @Override
    public Optional<Void> initial() {
        return Optional.empty();
    }

    @Override
    public Step<Optional<Void>> step(Optional<Void> nothing, Input input, Scene scene) {
        Map<Role, Value> written = input instanceof Input.Written writes ? writes.values() : Map.of();
        RequestedCommands request = RequestedCommands.of(written, InputSource.ROLES, scene);
        boolean isTold =
                scene.player(CURRENT).isPresent() || scene.value(CURRENT).isPresent();
        boolean isBound = isTold && scene.player(TARGET).isEmpty();
        Map<Role, Value> values =
                isBound ? follow(TARGET, CURRENT, scene) : isTold ? Map.of() : follow(CURRENT, TARGET, scene);
        Step<Optional<Void>> step = request.judge(new Step<>(nothing, values, request.commands(), Optional.empty()));
        return isBound && written.containsKey(TARGET) ? step.refusing(HapStatus.READ_ONLY) : step;
    }

    private static Map<Role, Value> follow(Role one, Role other, Scene scene) {
        return scene.value(other).map(value -> Map.of(one, value)).orElse(Map.of());
    }
}
