// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import static io.latchkey.accessories.water.internal.Valve.ACTIVE;
import static io.latchkey.accessories.water.internal.Valve.DURATION;
import static io.latchkey.accessories.water.internal.Valve.IN_USE;
import static io.latchkey.accessories.water.internal.Valve.REMAINING;
import static io.latchkey.accessories.water.internal.Valve.TYPE;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Closes a valve with a timer when its time is over, whoever opened it, also one that is found open: water that nobody
 * stops is the greater harm. A new duration counts from the next start. Stateless.
 */
final class ValveBehaviour implements Behaviour<Watering> {
    private static final Value OFF = Value.of(0);
    private static final Value ON = Value.of(1);
    private static final Value IRRIGATION = Value.of(1);

    @Override
    public Watering initial() {
        return new Watering(false, Countdown.OVER);
    }

    @Override
    public Step<Watering> step(Watering before, Input input, Scene scene) {
        if (input instanceof Input.Written written) {
            return written(before, written.values(), scene);
        }
        if (input instanceof Input.Updated updated) {
            return show(before, updated(before, updated.roles(), scene), List.of(), scene);
        }
        return elapsed(before, scene);
    }

    @Override
    public Optional<Value> reading(Watering now, Role role, Scene scene) {
        if (role != REMAINING) {
            return Optional.empty();
        }
        return new ValveTimer(scene).isOurs()
                ? Optional.of(Value.of(now.countdown().remaining(scene.clock())))
                : scene.value(REMAINING);
    }

    @Override
    public Constraints limits(Role role, Scene scene) {
        Constraints usual = role.type().constraints();
        return role == REMAINING ? usual.range(0, new ValveTimer(scene).longest()) : usual;
    }

    private Step<Watering> written(Watering before, Map<Role, Value> values, Scene scene) {
        Optional<Value> duration = Optional.ofNullable(values.get(DURATION));
        Optional<Value> active = Optional.ofNullable(values.get(ACTIVE));
        Optional<Command> adjusting =
                duration.or(() -> untold(active, scene)).flatMap(to -> scene.command(DURATION, to));
        Optional<Command> turning = active.flatMap(to -> scene.command(ACTIVE, to));
        List<Command> commands = new ArrayList<>(adjusting.stream().toList());
        turning.ifPresent(commands::add);
        Watering next = turning.isEmpty()
                ? before
                : active.filter(ON::equals).isPresent() ? opened(before, duration, scene) : closed(before, scene);
        Step<Watering> step = show(before, next, commands, scene);
        boolean isRefused = duration.isPresent() && adjusting.isEmpty() || active.isPresent() && turning.isEmpty();
        return isRefused ? step.refusing(HapStatus.READ_ONLY) : step;
    }

    /** The usual duration at a start, so that the item of the duration knows how long the valve will be open. */
    private static Optional<Value> untold(Optional<Value> active, Scene scene) {
        ValveTimer timer = new ValveTimer(scene);
        boolean isUntold = active.filter(ON::equals).isPresent()
                && timer.isOurs()
                && timer.told().isEmpty();
        return isUntold ? timer.usual() : Optional.empty();
    }

    private static Watering updated(Watering before, List<Role> roles, Scene scene) {
        boolean isKnown = scene.value(ACTIVE).isPresent() || !(scene.state(ACTIVE) instanceof ItemState.Missing);
        boolean isHeard = roles.contains(ACTIVE) && isKnown;
        Watering next = isHeard ? heard(before, scene) : before;
        if (!roles.contains(REMAINING) || new ValveTimer(scene).isOurs()) {
            return next;
        }
        long left = Water.number(scene.value(REMAINING));
        return new Watering(next.isOpen(), before.countdown().told(left, scene.clock()));
    }

    private static Watering heard(Watering before, Scene scene) {
        boolean isOpen = scene.value(ACTIVE).filter(ON::equals).isPresent();
        if (!isOpen) {
            return closed(before, scene);
        }
        return before.isOpen() ? before : opened(before, Optional.empty(), scene);
    }

    private static Watering opened(Watering before, Optional<Value> duration, Scene scene) {
        ValveTimer timer = new ValveTimer(scene);
        Countdown countdown =
                timer.isOurs() ? Countdown.of(timer.seconds(duration), scene.clock()) : before.countdown();
        return new Watering(true, countdown);
    }

    private static Watering closed(Watering before, Scene scene) {
        return new Watering(false, new ValveTimer(scene).isOurs() ? Countdown.OVER : before.countdown());
    }

    private Step<Watering> elapsed(Watering before, Scene scene) {
        if (!before.countdown().isRunning() || !new ValveTimer(scene).isOurs()) {
            return show(before, before, List.of(), scene);
        }
        long left = before.countdown().remaining(scene.clock());
        if (left > 0) {
            return show(before, List.of(), Optional.of(Duration.ofSeconds(left)), scene);
        }
        List<Command> closing = scene.command(ACTIVE, OFF).stream().toList();
        return show(before, new Watering(true, Countdown.OVER), closing, scene);
    }

    private Step<Watering> show(Watering before, Watering now, List<Command> commands, Scene scene) {
        boolean isStarted =
                now.countdown() != before.countdown() && now.countdown().isRunning();
        Optional<Duration> wakeUp = isStarted && new ValveTimer(scene).isOurs()
                ? Optional.of(Duration.ofSeconds(now.countdown().announced()))
                : Optional.empty();
        return show(now, commands, wakeUp, scene);
    }

    private Step<Watering> show(Watering now, List<Command> commands, Optional<Duration> wakeUp, Scene scene) {
        ValveTimer timer = new ValveTimer(scene);
        Map<Role, Value> values = new LinkedHashMap<>();
        if (scene.player(IN_USE).isEmpty()) {
            values.put(IN_USE, scene.value(ACTIVE).orElse(OFF));
        }
        if (scene.linkedUnder().contains(IrrigationSystem.NAME)) {
            values.put(TYPE, IRRIGATION);
        }
        if (scene.player(DURATION).isPresent() && timer.told().isEmpty()) {
            timer.usual().ifPresent(usual -> values.put(DURATION, usual));
        }
        remaining(now, scene).ifPresent(left -> values.put(REMAINING, left));
        return new Step<>(now, values, commands, wakeUp);
    }

    private Optional<Value> remaining(Watering now, Scene scene) {
        return scene.player(REMAINING)
                .map(REMAINING.mapping()::constraints)
                .orElseGet(() -> limits(REMAINING, scene))
                .fit(REMAINING.type().format(), Value.of(now.countdown().announced()));
    }
}
