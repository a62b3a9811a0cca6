// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.exposure.internal.plan.RoleSource;
import java.util.List;

/** Makes characteristics whose value never changes, because metadata or the type of the accessory says so. Stateless. */
final class FixedCharacteristic {
    private FixedCharacteristic() {}

    static Characteristic of(Role role, RoleSource.Fixed source) {
        Constraints limits = role.type().constraints();
        boolean isEnumeration = !role.type().validValues().isEmpty() && source.value() instanceof Value.Whole;
        if (source.isOnlyOne() && isEnumeration) {
            limits = limits.validValues(List.of((int) ((Value.Whole) source.value()).number()));
        }
        Characteristic.Builder builder = Characteristic.of(role.type())
                .constraints(limits)
                .value(source::value)
                .direct();
        return role.type().permissions().contains(Permission.PAIRED_WRITE)
                ? builder.write(write -> WriteAnswers.readOnly(role.name())).build()
                : builder.build();
    }
}
