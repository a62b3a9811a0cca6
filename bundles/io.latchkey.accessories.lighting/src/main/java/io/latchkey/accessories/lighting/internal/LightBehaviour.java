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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Merges what belongs together: Home writes on, brightness, hue and saturation in one request or in several shortly
 * after each other, and a light shall get one colour, not three commands. Waits for option {@code commandDelay}
 * milliseconds unless there is nothing more to come. What was written is shown at once, until the item says something or
 * has kept silent for five seconds; of several commands to one item only what it says to the last counts, or a lamp that is
 * switched on and dimmed would be seen at full for a moment. Stateless.
 */
final class LightBehaviour implements Behaviour<LightBehaviour.State> {
    private static final List<Role> GATHERED = List.of(ON, BRIGHTNESS, HUE, SATURATION);
    private static final Pattern MILLIS = Pattern.compile("\\d{1,4}");
    private static final Duration USUAL_DELAY = Duration.ofMillis(50);
    private static final long LONGEST_DELAY = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * What was written.
     *
     * @param pending and not sent yet
     * @param shown and not confirmed yet by the item
     * @param passing how many states the item may still come to that aren't what it was told last
     */
    record State(Map<Role, Value> pending, Map<Role, Value> shown, int passing) {
        private static final State QUIET = new State(Map.of(), Map.of(), 0);

        State {
            pending = Map.copyOf(pending);
            shown = Map.copyOf(shown);
        }

        private State heard(List<Role> roles) {
            if (passing > 0 && roles.contains(ON)) {
                return new State(pending, shown, passing - 1);
            }
            Map<Role, Value> left = new HashMap<>(shown);
            left.keySet().removeIf(role -> roles.contains(role) && !pending.containsKey(role));
            return new State(pending, left, passing);
        }

        private Step<State> step(List<Command> commands, Optional<Duration> wakeUp) {
            return new Step<>(this, shown, commands, wakeUp);
        }
    }

    @Override
    public State initial() {
        return State.QUIET;
    }

    @Override
    public Step<State> step(State state, Input input, Scene scene) {
        if (input instanceof Input.Written written) {
            return written(state, written.values(), scene);
        }
        if (input instanceof Input.Updated updated) {
            return state.heard(updated.roles()).step(List.of(), Optional.empty());
        }
        return state.pending().isEmpty() ? Step.quiet(State.QUIET) : flush(state, List.of(), scene);
    }

    private static Step<State> written(State state, Map<Role, Value> values, Scene scene) {
        Map<Role, Value> all = joined(state.pending(), values);
        List<Command> warmth = Optional.ofNullable(all.remove(COLOR_TEMPERATURE))
                .flatMap(value -> command(COLOR_TEMPERATURE, value, scene))
                .stream()
                .toList();
        State now = new State(all, joined(state.shown(), all), state.passing());
        Duration delay = delay(scene);
        return all.isEmpty() || delay.isZero() || isWhole(all, scene)
                ? flush(now, warmth, scene)
                : now.step(warmth, Optional.of(delay));
    }

    private static Step<State> flush(State state, List<Command> before, Scene scene) {
        List<Command> all = new ArrayList<>(before);
        List<Command> light = new Light(scene, state.pending()).commands();
        all.addAll(light);
        Optional<Duration> patience =
                Optional.of(PATIENCE).filter(any -> !state.shown().isEmpty());
        return new State(Map.of(), state.shown(), passing(light, scene)).step(all, patience);
    }

    /** How many of the commands go to the item that gets the last one, too. */
    private static int passing(List<Command> commands, Scene scene) {
        if (commands.isEmpty()) {
            return 0;
        }
        Optional<String> last = item(commands.get(commands.size() - 1), scene);
        return (int) commands.stream()
                        .filter(each -> item(each, scene).equals(last))
                        .count()
                - 1;
    }

    private static Optional<String> item(Command command, Scene scene) {
        return scene.player(command.role()).map(player -> player.item().name());
    }

    private static Map<Role, Value> joined(Map<Role, Value> some, Map<Role, Value> more) {
        Map<Role, Value> all = new HashMap<>(some);
        all.putAll(more);
        return all;
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
        for (Role role : GATHERED) {
            Optional<String> text =
                    scene.player(role).flatMap(player -> player.options().text("commandDelay"));
            if (text.isPresent() && MILLIS.matcher(text.get()).matches()) {
                return Duration.ofMillis(Math.min(Long.parseLong(text.get()), LONGEST_DELAY));
            }
        }
        return USUAL_DELAY;
    }

    private static Optional<Command> command(Role role, Value value, Scene scene) {
        Optional<MappingContext> player = scene.player(role);
        return player.flatMap(context -> role.mapping().toCommand(value, context))
                .map(command -> new Command(role, command));
    }
}
