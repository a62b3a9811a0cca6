// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import static io.latchkey.accessories.entry.internal.Opening.CURRENT;
import static io.latchkey.accessories.entry.internal.Opening.HOLD;
import static io.latchkey.accessories.entry.internal.Opening.STATE;
import static io.latchkey.accessories.entry.internal.Opening.TARGET;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Brings target and current position together, and says which way it goes when no item does. After a wish it waits for
 * reports: {@code travelTime} seconds for the first, less once it moves; then what was reported last counts. Stateless.
 */
final class OpeningBehaviour implements Behaviour<Travel> {
    private static final Duration ECHO = Duration.ofSeconds(2);
    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final long USUAL_TRAVEL = 60;
    private static final long STOPPED = 2;

    @Override
    public Travel initial() {
        return Travel.UNKNOWN;
    }

    @Override
    public Step<Travel> step(Travel before, Input input, Scene scene) {
        if (input instanceof Input.Written written) {
            return written(before, written.values(), scene);
        }
        if (input instanceof Input.Updated updated) {
            Travel next = updated(before, updated.roles(), scene);
            return show(next, List.of(), patience(before, next), scene);
        }
        Travel next = before.waited();
        boolean isOnItsWay = next.phase() == Phase.MOVING;
        return show(next, List.of(), isOnItsWay ? Optional.of(travelTime(scene)) : Optional.empty(), scene);
    }

    private static Step<Travel> written(Travel before, Map<Role, Value> values, Scene scene) {
        List<Command> commands = new ArrayList<>();
        Travel next = before;
        boolean isRefused = false;
        for (Map.Entry<Role, Value> write : values.entrySet()) {
            Optional<Command> command = command(write.getKey(), write.getValue(), before, scene);
            command.ifPresent(commands::add);
            isRefused |= command.isEmpty() && !write.getValue().equals(Value.FALSE);
            next = command.isPresent() ? after(write.getKey(), write.getValue(), next, scene) : next;
        }
        Optional<Duration> wakeUp = next.phase() == Phase.STARTING ? Optional.of(ECHO) : Optional.empty();
        Step<Travel> step = show(next, commands, wakeUp, scene);
        return isRefused ? step.refusing(HapStatus.READ_ONLY) : step;
    }

    private static Optional<Command> command(Role role, Value value, Travel before, Scene scene) {
        return role == TARGET ? new Drive(scene, before).command(value) : scene.command(role, value);
    }

    private static Travel after(Role role, Value value, Travel before, Scene scene) {
        if (role == TARGET) {
            long wish = Drive.number(value);
            return new Drive(scene, before).isStop(wish) ? before.stopped() : before.aimed(wish);
        }
        return role == HOLD ? before.stopped() : before;
    }

    private static Travel updated(Travel before, List<Role> roles, Scene scene) {
        Travel next = before;
        boolean isAlone = isAlone(scene);
        if (roles.contains(TARGET) && !isAlone) {
            OptionalLong wish = number(TARGET, scene);
            next = wish.isPresent() ? next.told(wish.getAsLong()) : next;
        }
        if (roles.contains(CURRENT)) {
            OptionalLong now = number(CURRENT, scene);
            Travel without = isAlone ? Travel.UNKNOWN : next.lost();
            next = now.isPresent() ? next.reported(now.getAsLong(), isAlone) : without;
        }
        boolean hasStopped = roles.contains(STATE)
                && next.phase() == Phase.MOVING
                && scene.value(STATE).filter(Value.of(STOPPED)::equals).isPresent();
        return hasStopped ? next.stopped() : next;
    }

    private static Optional<Duration> patience(Travel before, Travel now) {
        boolean isAimed = now.phase() == Phase.STARTING && !now.target().equals(before.target());
        boolean hasMoved = now.phase() == Phase.MOVING && !now.current().equals(before.current());
        return isAimed ? Optional.of(ECHO) : hasMoved ? Optional.of(SETTLING) : Optional.empty();
    }

    private static Step<Travel> show(Travel now, List<Command> commands, Optional<Duration> wakeUp, Scene scene) {
        Map<Role, Value> values = new LinkedHashMap<>();
        now.target().ifPresent(target -> values.put(TARGET, Value.of(target)));
        now.shown().ifPresent(current -> values.put(CURRENT, Value.of(current)));
        if (!isTold(scene)) {
            values.put(STATE, Value.of(now.direction() == 0 ? STOPPED : now.direction() > 0 ? 1L : 0L));
        }
        return new Step<>(now, values, commands, wakeUp);
    }

    /** Whether one item is both positions. */
    private static boolean isAlone(Scene scene) {
        Optional<String> target =
                scene.player(TARGET).map(player -> player.item().name());
        Optional<String> current =
                scene.player(CURRENT).map(player -> player.item().name());
        return target.isEmpty() || target.equals(current);
    }

    /** Whether an item tells which way it goes; a shutter's position doesn't. */
    static boolean isTold(Scene scene) {
        return scene.player(STATE)
                .filter(player -> player.itemType() != ItemType.ROLLERSHUTTER)
                .isPresent();
    }

    private static Duration travelTime(Scene scene) {
        return Duration.ofSeconds(TravelTime.seconds(scene, USUAL_TRAVEL, TARGET, CURRENT));
    }

    private static OptionalLong number(Role role, Scene scene) {
        boolean isMissing = scene.state(role) instanceof ItemState.Missing;
        return isMissing
                ? OptionalLong.empty()
                : scene.value(role).stream().mapToLong(Drive::number).findFirst();
    }
}
