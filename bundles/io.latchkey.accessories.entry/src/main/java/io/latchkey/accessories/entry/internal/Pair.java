// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.accessory.Behaviour.Scene;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A target and what has come of it: two roles that Home compares. It says "Locking" or "Arming" as long as they differ,
 * for ever if nobody corrects the target, so what changes without being asked takes its target along. Stateless.
 *
 * @param target the role of what is wanted
 * @param current the role of what is so
 * @param ends which target each current state fulfils, by code; states that say nothing of a target are left out
 * @param isSlow whether it takes its time even when no item tells how far it is
 */
record Pair(Role target, Role current, Map<Long, Long> ends, boolean isSlow) {
    Pair {
        ends = Map.copyOf(ends);
    }

    /** Somebody wants it so; nothing is under way when it is. */
    Pursuit wished(Pursuit before, Value wish, Scene scene) {
        boolean isSo = isTold(scene) && end(scene).filter(wish::equals).isPresent();
        return isSo ? before.settled(wish) : before.wished(wish);
    }

    /** Items in these roles got a state. */
    Pursuit updated(Pursuit before, List<Role> roles, Scene scene) {
        Pursuit next = roles.contains(target) ? told(before, scene) : before;
        return roles.contains(current) && isTold(scene) ? followed(next, scene) : next;
    }

    /** Nothing came of it in time: what is so counts. */
    Pursuit waited(Pursuit before, Scene scene) {
        if (!before.isUnderWay()) {
            return before;
        }
        Optional<Value> so = isTold(scene) ? end(scene) : before.told();
        return so.or(before::target).map(before::settled).orElse(before);
    }

    /** What the current state says of the target; empty when it says nothing, or what the target doesn't offer. */
    Optional<Value> end(Scene scene) {
        return scene.value(current)
                .filter(Value.Whole.class::isInstance)
                .map(value -> ends.get(((Value.Whole) value).number()))
                .map(Value::of)
                .filter(end -> isOffered(end, scene));
    }

    /** Whether an item tells the current state: one of its own, or one with more states than on and off. */
    boolean isTold(Scene scene) {
        return scene.player(current)
                .filter(player -> hasStates(player) || !isOneItem(scene))
                .isPresent();
    }

    /** Whether the item has more states than on and off. */
    static boolean hasStates(MappingContext player) {
        return player.itemType() == ItemType.NUMBER || player.itemType() == ItemType.STRING;
    }

    /** What a derived current state can be: what fulfils a target that is offered, and what has none. */
    Constraints limits(Scene scene) {
        List<Integer> all = List.copyOf(current.type().validValues().values());
        List<Integer> possible =
                all.stream().filter(code -> isPossible(code, scene)).toList();
        Constraints usual = current.type().constraints();
        return possible.size() == all.size() ? usual : usual.validValues(possible);
    }

    private boolean isPossible(long code, Scene scene) {
        return !ends.containsKey(code) || isOffered(Value.of((long) ends.get(code)), scene);
    }

    private Pursuit told(Pursuit before, Scene scene) {
        Optional<Value> said = scene.value(target);
        if (said.isEmpty() && scene.state(target) instanceof ItemState.Missing) {
            return isTold(scene) && !isOneItem(scene) ? before : Pursuit.UNKNOWN;
        }
        return said.map(now -> told(before, now, scene)).orElse(before);
    }

    private Pursuit told(Pursuit before, Value now, Scene scene) {
        Pursuit next = before.knowing(now);
        if (before.target().isEmpty()) {
            return next.settled(now);
        }
        boolean isNews = before.told().isPresent() && !before.told().equals(next.told());
        if (!isSlow && !isTold(scene)) {
            return isNews ? next.settled(now) : next;
        }
        return isNews ? wished(next, now, scene) : next;
    }

    private Pursuit followed(Pursuit before, Scene scene) {
        return end(scene)
                .filter(end -> !before.isUnderWay() || before.isTarget(end))
                .map(before::settled)
                .orElse(before);
    }

    private boolean isOneItem(Scene scene) {
        return scene.player(target)
                .map(player -> player.item().name())
                .equals(scene.player(current).map(player -> player.item().name()));
    }

    private boolean isOffered(Value end, Scene scene) {
        return scene.player(target)
                .map(player -> target.mapping().constraints(player))
                .map(limits -> limits.fit(target.type().format(), end).isPresent())
                .orElse(true);
    }
}
