// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import static io.latchkey.accessories.water.internal.IrrigationSystem.ACTIVE;
import static io.latchkey.accessories.water.internal.IrrigationSystem.IN_USE;
import static io.latchkey.accessories.water.internal.IrrigationSystem.REMAINING;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what is left only when that is news, and says that water flows when no item does: what the valves say, or without
 * valves whether it is active. Stateless.
 */
final class IrrigationBehaviour implements Behaviour<Countdown> {
    private static final Value OFF = Value.of(0);
    private static final int LONGEST = 86_400;

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
        boolean isTold = scene.player(REMAINING).isEmpty()
                || input instanceof Input.Updated updated && updated.roles().contains(REMAINING);
        return show(isTold ? before.told(remaining(scene), scene.clock()) : before, List.of(), scene);
    }

    @Override
    public Optional<Value> reading(Countdown now, Role role, Scene scene) {
        return role == REMAINING ? Optional.of(Value.of(remaining(scene))) : Optional.empty();
    }

    @Override
    public Constraints limits(Role role, Scene scene) {
        Constraints usual = role.type().constraints();
        return role == REMAINING ? usual.range(0, LONGEST) : usual;
    }

    private static long remaining(Scene scene) {
        return scene.player(REMAINING).isPresent()
                ? Water.number(scene.value(REMAINING))
                : valves(CharacteristicTypes.REMAINING_DURATION, scene);
    }

    /** The largest of what the valves say; 0 without valves. */
    private static long valves(CharacteristicType characteristic, Scene scene) {
        return scene.linked().stream()
                .mapToLong(valve -> Water.number(valve.value(characteristic)))
                .max()
                .orElse(0);
    }

    private static Value inUse(Scene scene) {
        return scene.linked().isEmpty()
                ? scene.value(ACTIVE).orElse(OFF)
                : Value.of(valves(CharacteristicTypes.IN_USE, scene));
    }

    private static Step<Countdown> show(Countdown now, List<Command> commands, Scene scene) {
        Map<Role, Value> values = new LinkedHashMap<>();
        values.put(REMAINING, Value.of(now.announced()));
        if (scene.player(IN_USE).isEmpty()) {
            values.put(IN_USE, inUse(scene));
        }
        return new Step<>(now, values, commands, Optional.empty());
    }
}
