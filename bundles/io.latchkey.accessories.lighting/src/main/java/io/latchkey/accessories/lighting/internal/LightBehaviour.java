// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.lighting.internal;

import static io.latchkey.accessories.lighting.internal.Lighting.BRIGHTNESS;
import static io.latchkey.accessories.lighting.internal.Lighting.COLOR_TEMPERATURE;
import static io.latchkey.accessories.lighting.internal.Lighting.HUE;
import static io.latchkey.accessories.lighting.internal.Lighting.ON;
import static io.latchkey.accessories.lighting.internal.Lighting.SATURATION;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Merges what belongs together: Home writes on, brightness, hue and saturation in one request or in several shortly
 * after each other, and a light shall get one colour, not three commands. Waits for option {@code commandDelay}
 * milliseconds unless there is nothing more to come. The state is what was written and not sent yet. Stateless.
 */
final class LightBehaviour implements Behaviour<Map<Role, Value>> {
    private static final long USUAL_DELAY = 50;
    private static final long LONGEST_DELAY = 5_000;

    @Override
    public Map<Role, Value> initial() {
        return Map.of();
    }

    @Override
    public Step<Map<Role, Value>> step(Map<Role, Value> pending, Input input, Scene scene) {
        if (input instanceof Input.Written written) {
            return written(pending, written.values(), scene);
        }
        return input instanceof Input.Elapsed ? flush(pending, List.of(), scene) : Step.quiet(pending);
    }

    private Step<Map<Role, Value>> written(Map<Role, Value> pending, Map<Role, Value> values, Scene scene) {
        Map<Role, Value> all = new HashMap<>(pending);
        all.putAll(values);
        List<Command> warmth = Optional.ofNullable(all.remove(COLOR_TEMPERATURE))
                .flatMap(value -> command(COLOR_TEMPERATURE, value, scene))
                .stream()
                .toList();
        if (all.isEmpty() || isWhole(all, scene)) {
            return flush(all, warmth, scene);
        }
        return new Step<>(Map.copyOf(all), Map.of(), warmth, Optional.of(delay(scene)));
    }

    private static Step<Map<Role, Value>> flush(Map<Role, Value> pending, List<Command> before, Scene scene) {
        List<Command> all = new ArrayList<>(before);
        all.addAll(new Light(scene, pending).commands());
        return new Step<>(Map.of(), Map.of(), all, Optional.empty());
    }

    /** Whether nothing more is to be expected. */
    private static boolean isWhole(Map<Role, Value> all, Scene scene) {
        boolean isColour = all.containsKey(HUE) && all.containsKey(SATURATION);
        boolean isLevel = all.containsKey(ON) && all.containsKey(BRIGHTNESS);
        boolean isOff = Value.FALSE.equals(all.get(ON));
        boolean isSimple = Stream.of(BRIGHTNESS, HUE, SATURATION)
                .allMatch(role -> scene.player(role).isEmpty());
        return isColour || isLevel || isOff || isSimple;
    }

    private static Duration delay(Scene scene) {
        long millis = Stream.of(ON, BRIGHTNESS, HUE, SATURATION)
                .flatMap(role -> scene.player(role).stream())
                .flatMap(player -> player.options().text("commandDelay").stream())
                .filter(text -> text.matches("\\d{1,4}"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(USUAL_DELAY);
        return Duration.ofMillis(Math.min(millis, LONGEST_DELAY));
    }

    private static Optional<Command> command(Role role, Value value, Scene scene) {
        Optional<MappingContext> player = scene.player(role);
        return player.flatMap(context -> role.mapping().toCommand(value, context))
                .map(command -> new Command(role, command));
    }
}
