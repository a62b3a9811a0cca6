// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.GuardedType;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.concurrent.ContributorException;
import java.util.Collection;
import java.util.Optional;

/** Finds items that mappings have something to say of, such as a unit that measures something else. Stateless. */
final class MappingRemarks {
    private MappingRemarks() {}

    /** Says what is wrong with the items that play the roles of a service. */
    static void look(AccessoryType type, Collection<RoleSource> sources, Findings findings) {
        for (RoleSource source : sources) {
            if (source instanceof RoleSource.FromItem item) {
                remark(type, item.context())
                        .ifPresent(text -> findings.fault(item.context().item().name(), text));
            }
        }
    }

    /** A mapping that fails says so where values are asked of it. */
    private static Optional<String> remark(AccessoryType type, MappingContext context) {
        try {
            return GuardedType.call(
                    type,
                    "remark of the mapping of " + context.role(),
                    () -> context.role().mapping().remark(context));
        } catch (ContributorException failure) {
            return Optional.empty();
        }
    }
}
