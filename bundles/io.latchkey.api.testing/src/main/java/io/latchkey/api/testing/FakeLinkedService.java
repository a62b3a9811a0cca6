// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.testing;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Value;
import java.util.Map;
import java.util.Optional;

/**
 * A service that is linked under the one that is tested.
 *
 * @param name what the test calls it
 * @param of its type
 * @param kind the kind of its items
 * @param values what it shows
 */
record FakeLinkedService(String name, AccessoryType of, String kind, Map<CharacteristicType, Value> values)
        implements Behaviour.Linked {

    /** It shows something else. */
    void shows(String text) {
        RoleValues.values(of, text).forEach((role, value) -> values.put(role.type(), value));
    }

    @Override
    public String type() {
        return of.name();
    }

    @Override
    public Optional<Value> value(CharacteristicType characteristic) {
        return Optional.ofNullable(values.get(characteristic));
    }

    @Override
    public Optional<Behaviour.Command> command(CharacteristicType characteristic, Value value) {
        Role role = of.roles().stream()
                .filter(each -> each.type().equals(characteristic))
                .findFirst()
                .orElseThrow();
        return role.mapping()
                .toCommand(value, Conversion.of(of, role.name(), kind, null).context())
                .map(command -> new Behaviour.Command(Optional.of(name), role, command));
    }
}
