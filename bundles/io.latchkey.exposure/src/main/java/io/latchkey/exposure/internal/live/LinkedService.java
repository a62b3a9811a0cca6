// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Value;
import java.util.Optional;

/** A service as the behaviour of the one above may know it. */
record LinkedService(LiveService service) implements Behaviour.Linked {

    @Override
    public String type() {
        return service.type().name();
    }

    @Override
    public Optional<Value> value(CharacteristicType characteristic) {
        return role(characteristic).flatMap(service.characteristics()::now);
    }

    @Override
    public Optional<Behaviour.Command> command(CharacteristicType characteristic, Value value) {
        return role(characteristic)
                .flatMap(service.characteristics()::fed)
                .flatMap(item -> service.contributor()
                        .get(
                                "toCommand",
                                () -> item.role().mapping().toCommand(value, item.context()),
                                Optional.<ItemCommand>empty())
                        .map(command -> new Behaviour.Command(Optional.of(service.toString()), item.role(), command)));
    }

    private Optional<Role> role(CharacteristicType characteristic) {
        return service.type().roles().stream()
                .filter(role -> role.type().equals(characteristic))
                .findFirst();
    }
}
