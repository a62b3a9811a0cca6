// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import io.latchkey.api.accessory.Behaviour.Scene;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Optional;

/**
 * What a player does and shall do, as Home is to see it: what it starts to do without being asked is what it shall do.
 * Immutable.
 *
 * @param current what it did last; empty as long as nobody said
 * @param target what it shall do; empty as long as nothing is known
 */
record Playback(Optional<Value> current, Optional<Value> target) {
    /** Nothing is known. */
    static final Playback UNKNOWN = new Playback(Optional.empty(), Optional.empty());

    private static final long LAST_TARGET = 2;

    /** Somebody wants it so. */
    Playback wished(Value wish) {
        return new Playback(current, Optional.of(wish));
    }

    /** Items in some roles said something. */
    Playback updated(List<Role> roles, Role currentRole, Role targetRole, Scene scene) {
        Playback next = roles.contains(targetRole) ? told(scene.state(targetRole), scene.value(targetRole)) : this;
        return roles.contains(currentRole)
                ? scene.value(currentRole).map(next::does).orElse(next)
                : next;
    }

    private Playback told(ItemState state, Optional<Value> wish) {
        return wish.isEmpty() && state == ItemState.Missing.UNDEF
                ? new Playback(current, Optional.empty())
                : wish.map(this::wished).orElse(this);
    }

    private Playback does(Value now) {
        boolean isNews = !current.equals(Optional.of(now));
        boolean isTarget = now instanceof Value.Whole whole && whole.number() <= LAST_TARGET;
        return new Playback(Optional.of(now), isNews && isTarget ? Optional.of(now) : target);
    }
}
