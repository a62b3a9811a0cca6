// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.GuardedType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.item.Metadata;
import java.util.Optional;

/**
 * Assigns to roles what people fixed in the metadata, such as {@code AirQuality="GOOD"}. Used by one composing at a time.
 *
 * @param owner the item whose metadata it is
 * @param options its options
 */
record ConstantAssignment(String owner, AccessoryType type, Metadata options, Findings findings) {

    /** The value that is fixed for a role; empty when none is, or it means nothing, which the findings then tell. */
    Optional<RoleSource> assign(Role role) {
        Optional<String> text = Constants.text(options, role);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return fixed(role, text.get());
        } catch (ContributorException failure) {
            findings.broken(owner, failure.getMessage());
            return Optional.empty();
        }
    }

    private Optional<RoleSource> fixed(Role role, String text) {
        Optional<LegalValue> value = GuardedType.call(type, "toValue", () -> Constants.value(role, text));
        if (value.isEmpty()) {
            findings.fault(owner, role + "=\"" + text + "\" is no value that " + role + " can have.");
        }
        value.filter(LegalValue::isBent)
                .ifPresent(fit -> findings.note(
                        owner, role + "=\"" + text + "\" is beyond what it can be; Home sees " + fit.text() + "."));
        return value.map(fit -> new RoleSource.Fixed(fit.shown(), !role.isAdjustable()));
    }
}
