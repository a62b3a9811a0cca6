// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.role.ConditionRoles;
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

/**
 * An alarm that is armed and disarmed. Home offers the modes that metadata renames, all of them where it renames none;
 * while the panel lets people leave, the alarm is shown as arming.
 */
@Component
public final class SecuritySystem implements AccessoryType {
    private static final int DISARMED = 3;
    private static final int TRIGGERED = 4;
    private static final Map<Long, Long> ENDS = Map.of(0L, 0L, 1L, 1L, 2L, 2L, 3L, 3L);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

    private static final Role CURRENT = Role.required(
                    "CurrentSecuritySystemState", CharacteristicTypes.SECURITY_SYSTEM_CURRENT_STATE)
            .items(ItemType.NUMBER, ItemType.STRING)
            .preset(Value.of(DISARMED))
            .by(Mappings.enumeration("STAY_ARM", "AWAY_ARM", "NIGHT_ARM", "DISARMED", "TRIGGERED")
                    .also("STAY", "AWAY", "NIGHT", "DISARM", "ALARM_TRIGGERED")
                    .trimmed(DISARMED, TRIGGERED)
                    .otherwise(DISARMED));
    private static final Role TARGET = Role.required(
                    "TargetSecuritySystemState", CharacteristicTypes.SECURITY_SYSTEM_TARGET_STATE)
            .items(ItemType.NUMBER, ItemType.STRING)
            .by(Mappings.enumeration("STAY_ARM", "AWAY_ARM", "NIGHT_ARM", "DISARM")
                    .also("STAY", "AWAY", "NIGHT", "DISARMED")
                    .trimmed(DISARMED)
                    .otherwise(DISARMED));
    private static final List<Role> ROLES = List.of(CURRENT, TARGET, ConditionRoles.fault(), ConditionRoles.tampered());
    private static final Behaviour<?> BEHAVIOUR =
            new PairBehaviour(new Pair(TARGET, CURRENT, ENDS, false), LONGEST_DELAY);

    @Override
    public String name() {
        return "SecuritySystem";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.SECURITY_SYSTEM;
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
