// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a characteristic is, without the functions that read and write it.
 *
 * @param type its type; one of the catalogue's own objects where the catalogue has it
 * @param permissions what a controller may do
 * @param constraints the limits of its values
 * @param description what it is, for people
 * @param constant its value, if it never changes
 */
public record CharacteristicShape(
        CharacteristicType type,
        Set<Permission> permissions,
        Constraints constraints,
        Optional<String> description,
        Optional<Value> constant) {

    /** Keeps a copy. */
    public CharacteristicShape {
        permissions = Set.copyOf(permissions);
    }

    /** Two shapes are the same when controllers would see no difference; a type's name alone says too little for that. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CharacteristicShape that
                && isSame(type, that.type)
                && permissions.equals(that.permissions)
                && constraints.equals(that.constraints)
                && description.equals(that.description)
                && constant.equals(that.constant);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, permissions, constraints, description, constant);
    }

    private static boolean isSame(CharacteristicType one, CharacteristicType other) {
        return one == other
                || one.equals(other)
                        && one.name().equals(other.name())
                        && one.format() == other.format()
                        && one.unit().equals(other.unit())
                        && one.urgency() == other.urgency()
                        && one.traits().equals(other.traits());
    }
}
