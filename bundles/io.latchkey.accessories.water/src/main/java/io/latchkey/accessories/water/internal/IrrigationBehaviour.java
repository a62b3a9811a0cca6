// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import static io.latchkey.accessories.water.internal.IrrigationSystem.ACTIVE;
import static io.latchkey.accessories.water.internal.IrrigationSystem.IN_USE;
import static io.latchkey.accessories.water.internal.IrrigationSystem.REMAINING;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what is left only when that is news, and says that water flows when no item does. Stateless. */
final class IrrigationBehaviour implements Behaviour<Countdown> {

    @Override
    public Countdown initial() {
        return Countdown.OVER;
    }

    @Override
    public Step<Countdown> step(Countdown before, Input input, Scene scene) {
        if (input instanceof Input.Written written) {
            Optional<Command> command =
                    Optional.ofNullable(written.values().get(ACTIVE)).flatMap(wish -> scene.command(ACTIVE, wish));
            Step<Countdown> step = show(before, command.stream().toList(), scene);
            return command.isPresent() ? step : step.refusing(HapStatus.READ_ONLY);
        }
        boolean isTold =
                input instanceof Input.Updated updated && updated.roles().contains(REMAINING);
        return show(isTold ? told(before, scene) : before, List.of(), scene);
    }

    @Override
    public Optional<Value> reading(Countdown now, Role role, Scene scene) {
        return role == REMAINING ? scene.value(REMAINING) : Optional.empty();
    }

    private static Countdown told(Countdown before, Scene scene) {
        return before.told(Water.number(scene.value(REMAINING)), scene.clock());
    }

    private static Step<Countdown> show(Countdown now, List<Command> commands, Scene scene) {
        Map<Role, Value> values = new LinkedHashMap<>();
        values.put(REMAINING, Value.of(now.announced()));
        if (scene.player(IN_USE).isEmpty()) {
            values.put(IN_USE, scene.value(ACTIVE).orElse(Value.of(0)));
        }
        return new Step<>(now, values, commands, Optional.empty());
    }
}
