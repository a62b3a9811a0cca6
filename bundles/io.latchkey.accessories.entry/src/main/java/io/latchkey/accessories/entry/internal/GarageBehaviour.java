// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import static io.latchkey.accessories.entry.internal.GarageDoorOpener.CURRENT;
import static io.latchkey.accessories.entry.internal.GarageDoorOpener.LOCK_CURRENT;
import static io.latchkey.accessories.entry.internal.GarageDoorOpener.LOCK_TARGET;
import static io.latchkey.accessories.entry.internal.GarageDoorOpener.OBSTRUCTION;
import static io.latchkey.accessories.entry.internal.GarageDoorOpener.TARGET;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemState.OnOff;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves a garage door only when it shall be where it isn't, for its drive may be a push button that would turn it
 * round; and shows opening and closing for a while when no item knows them. Stateless.
 */
final class GarageBehaviour implements Behaviour<Garage> {
    private static final Value OPEN = Value.of(GarageDoorOpener.OPEN);
    private static final Value CLOSED = Value.of(GarageDoorOpener.CLOSED);
    private static final Value OPENING = Value.of(2);
    private static final Value CLOSING = Value.of(3);
    private static final Value STOPPED = Value.of(4);
    private static final long USUAL_TRAVEL = 15;

    private static final Pair DOOR = new Pair(TARGET, CURRENT, Map.of(0L, 0L, 1L, 1L, 2L, 0L, 3L, 1L), true);
    private static final Pair LOCK = Lock.pair(LOCK_TARGET, LOCK_CURRENT);

    @Override
    public Garage initial() {
        return Garage.UNKNOWN;
    }

    @Override
    public Step<Garage> step(Garage before, Input input, Scene scene) {
        if (input instanceof Input.Written written) {
            return written(before, written.values(), scene);
        }
        Garage next = input instanceof Input.Updated updated
                ? updated(before, updated.roles(), scene).lock(LOCK.updated(before.lock(), updated.roles(), scene))
                : waited(before, scene).lock(LOCK.waited(before.lock(), scene));
        return show(before, next, List.of(), scene);
    }

    private static Step<Garage> written(Garage before, Map<Role, Value> values, Scene scene) {
        List<Command> commands = new ArrayList<>();
        Garage next = before;
        boolean isRefused = false;
        for (Map.Entry<Role, Value> write : values.entrySet()) {
            Value wish = write.getValue();
            boolean isDoor = write.getKey() == TARGET;
            if (isDoor && isSo(before.door(), wish, scene)) {
                continue;
            }
            Optional<Command> command = isDoor && isPulsed(scene) ? pulse() : scene.command(write.getKey(), wish);
            command.ifPresent(commands::add);
            isRefused |= command.isEmpty();
            next = command.isEmpty() ? next : wished(next, isDoor, wish, scene);
        }
        Step<Garage> step = show(before, next, commands, scene);
        return isRefused ? step.refusing(HapStatus.READ_ONLY) : step;
    }

    private static Garage wished(Garage before, boolean isDoor, Value wish, Scene scene) {
        if (!isDoor) {
            return before.lock(LOCK.wished(before.lock(), wish, scene));
        }
        return ShutterDoor.isTold(scene)
                ? travelling(before, new ShutterDoor(scene, before.travel()).wished(wish))
                : before.door(DOOR.wished(before.door(), wish, scene));
    }

    /** Whether it is there already or on its way. */
    private static boolean isSo(Pursuit door, Value wish, Scene scene) {
        boolean isThere =
                !DOOR.isTold(scene) || DOOR.end(scene).filter(wish::equals).isPresent();
        return door.isTarget(wish) && (door.isUnderWay() || isThere && !ShutterDoor.isElsewhere(scene, wish));
    }

    private static Garage updated(Garage before, List<Role> all, Scene scene) {
        List<Role> roles =
                all.stream().filter(role -> role != TARGET || !isPulsed(scene)).toList();
        Garage next = ShutterDoor.isTold(scene)
                ? travelling(before, new ShutterDoor(scene, before.travel()).updated(roles))
                : before.door(updated(before.door(), roles, scene));
        boolean isGuess = isPulsed(scene) && next.door().target().isEmpty();
        return isGuess ? next.door(next.door().settled(CLOSED)) : next;
    }

    private static Garage waited(Garage before, Scene scene) {
        return ShutterDoor.isTold(scene)
                ? travelling(before, new ShutterDoor(scene, before.travel()).waited())
                : before.door(DOOR.waited(before.door(), scene));
    }

    private static Garage travelling(Garage before, Travel travel) {
        return new Garage(ShutterDoor.pursuit(travel), before.lock(), travel);
    }

    private static Pursuit updated(Pursuit before, List<Role> all, Scene scene) {
        List<Role> roles = all.stream()
                .filter(role -> role != TARGET || !ShutterDoor.isTarget(scene))
                .toList();
        boolean isOpen = roles.contains(CURRENT)
                && isCoarse(scene)
                && DOOR.end(scene).filter(OPEN::equals).isPresent();
        return isOpen && before.target().isPresent() ? opened(before) : DOOR.updated(before, roles, scene);
    }

    /** A contact says open, which it does from the first moment of opening to the last of closing. */
    private static Pursuit opened(Pursuit before) {
        return before.isTarget(CLOSED) && !before.isUnderWay() ? before.wished(OPEN) : before;
    }

    private static Step<Garage> show(Garage before, Garage now, List<Command> commands, Scene scene) {
        Map<Role, Value> values = new LinkedHashMap<>();
        now.door().target().ifPresent(target -> values.put(TARGET, target));
        current(now.door(), scene).ifPresent(current -> values.put(CURRENT, current));
        values.putAll(PairBehaviour.shown(LOCK, now.lock(), scene));
        Optional<Duration> wakeUp = now.isNewAfter(before) ? Optional.of(travelTime(scene)) : Optional.empty();
        return new Step<>(now, values, commands, wakeUp);
    }

    /** What no item tells of the current state; empty where one does. */
    private static Optional<Value> current(Pursuit door, Scene scene) {
        if (DOOR.isTold(scene) && !isCoarse(scene)) {
            return Optional.empty();
        }
        if (door.isUnderWay()) {
            boolean isBlocked =
                    scene.value(OBSTRUCTION).filter(Value.TRUE::equals).isPresent();
            return Optional.of(door.isTarget(OPEN) ? OPENING : isBlocked ? STOPPED : CLOSING);
        }
        return DOOR.isTold(scene) ? Optional.empty() : door.target();
    }

    /** Whether the item of the current state knows only open and closed. */
    private static boolean isCoarse(Scene scene) {
        return DOOR.isTold(scene)
                && scene.player(CURRENT)
                        .filter(player -> !Pair.hasStates(player))
                        .isPresent();
    }

    private static boolean isPulsed(Scene scene) {
        return scene.player(TARGET)
                .filter(player -> player.itemType() == ItemType.SWITCH)
                .flatMap(player -> player.options().flag("pulse"))
                .orElse(false);
    }

    private static Optional<Command> pulse() {
        return Optional.of(new Command(TARGET, OnOff.ON));
    }

    private static Duration travelTime(Scene scene) {
        return Duration.ofSeconds(TravelTime.seconds(scene, USUAL_TRAVEL, TARGET, CURRENT));
    }
}
