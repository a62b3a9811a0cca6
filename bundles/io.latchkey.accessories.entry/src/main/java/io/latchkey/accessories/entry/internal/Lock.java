// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** A lock: on is locked, the reverse with option {@code inverted}. It can also be jammed, if an item says so. */
@Component
public final class Lock implements AccessoryType {
    private static final int UNKNOWN = 3;
    private static final Map<Long, Long> ENDS = Map.of(0L, 0L, 1L, 1L);

    private static final Role CURRENT =
            current(Role.required("LockCurrentState", CharacteristicTypes.LOCK_CURRENT_STATE)
                    .preset(Value.of(UNKNOWN)));
    private static final Role TARGET = target(Role.required("LockTargetState", CharacteristicTypes.LOCK_TARGET_STATE));
    private static final List<Role> ROLES = List.of(CURRENT, TARGET);
    private static final Behaviour<?> BEHAVIOUR = new PairBehaviour(pair(TARGET, CURRENT), Duration.ofSeconds(30));

    /** The role of whether it is locked. */
    static Role current(Role.Builder begun) {
        return begun.items(ItemType.CONTACT, ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
                .by(Mappings.enumeration("UNSECURED", "SECURED", "JAMMED", "UNKNOWN")
                        .also("UNLOCKED", "LOCKED", "STUCK", "UNKOWN")
                        .otherwise(UNKNOWN));
    }

    /** The role of whether it shall be. */
    static Role target(Role.Builder begun) {
        return begun.items(ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
                .by(Mappings.enumeration("UNSECURED", "SECURED").otherwise(1));
    }

    /** The two of one lock. */
    static Pair pair(Role target, Role current) {
        return new Pair(target, current, ENDS, false);
    }

    @Override
    public String name() {
        return "Lock";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.LOCK_MECHANISM;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    @Override
    public Optional<Behaviour<?>> behaviour() {
        return Optional.of(BEHAVIOUR);
    }
}
