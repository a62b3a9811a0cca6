// SPDX-License-Identifier: EPL-2.0
package org.example.wellpump;

import static org.example.wellpump.WellPump.PUMP;
import static org.example.wellpump.WellPump.WATER;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stops a pump that has run dry for five seconds. The state is since when it runs dry; empty when it doesn't. */
final class DryRunProtection implements Behaviour<Optional<Duration>> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public Optional<Duration> initial() {
        return Optional.empty();
    }

    @Override
    public Step<Optional<Duration>> step(Optional<Duration> dry, Input input, Scene scene) {
        return input instanceof Input.Written written ? written(dry, written.values(), scene) : look(dry, scene);
    }

    private static Step<Optional<Duration>> written(Optional<Duration> dry, Map<Role, Value> values, Scene scene) {
        Value wanted = values.get(PUMP);
        if (Value.TRUE.equals(wanted) && isWithoutWater(scene)) {
            return Step.quiet(dry).refusing(HapStatus.NOT_ALLOWED_IN_CURRENT_STATE);
        }
        return new Step<>(dry, Map.of(), scene.command(PUMP, wanted).stream().toList(), Optional.empty());
    }

    private static Step<Optional<Duration>> look(Optional<Duration> dry, Scene scene) {
        boolean runs = scene.value(PUMP).equals(Optional.of(Value.TRUE));
        if (!runs || !isWithoutWater(scene)) {
            return Step.quiet(Optional.empty());
        }
        Duration since = dry.orElse(scene.clock());
        Duration left = since.plus(PATIENCE).minus(scene.clock());
        List<Command> commands = left.toNanos() > 0
                ? List.of()
                : scene.command(PUMP, Value.FALSE).stream().toList();
        return new Step<>(
                Optional.of(since), Map.of(), commands, Optional.of(left).filter(time -> commands.isEmpty()));
    }

    private static boolean isWithoutWater(Scene scene) {
        return scene.value(WATER).equals(Optional.of(Value.FALSE));
    }
}
