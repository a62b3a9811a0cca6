// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import static io.latchkey.accessories.entry.internal.GarageDoorOpener.CURRENT;
import static io.latchkey.accessories.entry.internal.GarageDoorOpener.TARGET;

import io.latchkey.api.accessory.Behaviour.Scene;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A garage door of which a rollershutter tells how far it is open. It is closed at 100 % only, to the percent, so Home
 * never takes a door for closed that isn't. The first report after a wish may be the wish itself, which many hosts take
 * for the state at once: the door has arrived when it was seen on its way before, or when nothing else is reported in
 * time.
 *
 * @param scene its items
 * @param now where it is and goes, in percent open
 */
record ShutterDoor(Scene scene, Travel now) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final long WIDE_OPEN = 100;

    /** Whether a rollershutter tells the current state. */
    static boolean isTold(Scene scene) {
        return isShutter(scene.player(place(scene)));
    }

    /** Whether the rollershutter that is told the target isn't at that end: it could go on. */
    static boolean isElsewhere(Scene scene, Value wish) {
        return isTarget(scene) && !opened(scene.state(TARGET)).equals(OptionalLong.of(end(wish)));
    }

    /** Whether a rollershutter is told the target: what it reports says where the door is, and not what is wanted. */
    static boolean isTarget(Scene scene) {
        return isShutter(scene.player(TARGET));
    }

    /** How far the state of a rollershutter is open, 0 for closed only; empty for other states. */
    static OptionalLong opened(ItemState state) {
        return state instanceof ItemState.Percent percent
                ? OptionalLong.of(HUNDRED.subtract(percent.number())
                        .setScale(0, RoundingMode.CEILING)
                        .longValue())
                : OptionalLong.empty();
    }

    /** Somebody wants it there. */
    Travel wished(Value wish) {
        return atRestWhenThere(now.aimed(end(wish)));
    }

    /** Items in these roles got a state. */
    Travel updated(List<Role> roles) {
        Optional<Value> wish = roles.contains(TARGET) && !isTarget(scene) ? scene.value(TARGET) : Optional.empty();
        Travel next = wish.map(value -> atRestWhenThere(now.told(end(value)))).orElse(now);
        Role place = place(scene);
        if (!roles.contains(place)) {
            return next;
        }
        OptionalLong opened = opened(scene.state(place));
        Travel without = isTarget(scene) ? Travel.UNKNOWN_EXACT : next.lost();
        return opened.isPresent() ? next.reported(opened.getAsLong(), true) : without;
    }

    /** Nothing was heard for the travel time: where it was last is where it is, whether or not it was seen to start. */
    Travel waited() {
        return now.waited().waited();
    }

    /** What is wanted of a door that goes there, which is what is so for one at rest. */
    static Pursuit pursuit(Travel travel) {
        boolean isUnderWay = travel.phase() != Phase.AT_REST;
        OptionalLong where = isUnderWay || travel.current().isEmpty() ? travel.target() : travel.current();
        Optional<Value> target = where.isPresent() ? Optional.of(door(where.getAsLong())) : Optional.empty();
        return new Pursuit(target, target, isUnderWay);
    }

    /** Open or closed, by how far it is open. */
    static Value door(long opened) {
        return Value.of(opened == 0 ? GarageDoorOpener.CLOSED : GarageDoorOpener.OPEN);
    }

    private static Travel atRestWhenThere(Travel aimed) {
        return aimed.phase() == Phase.STARTING && aimed.heading() == 0 ? aimed.stopped() : aimed;
    }

    private static Role place(Scene scene) {
        return scene.player(CURRENT).isPresent() ? CURRENT : TARGET;
    }

    private static long end(Value wish) {
        return wish.equals(Value.of(GarageDoorOpener.OPEN)) ? WIDE_OPEN : 0;
    }

    private static boolean isShutter(Optional<MappingContext> player) {
        return player.filter(context -> context.itemType() == ItemType.ROLLERSHUTTER)
                .isPresent();
    }
}
