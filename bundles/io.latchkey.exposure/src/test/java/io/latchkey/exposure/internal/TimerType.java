// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A switch that switches itself off after ten seconds and says it is on until then. */
class TimerType implements AccessoryType, Behaviour<Boolean> {
    private static final Role ON = Role.required("OnState", CharacteristicTypes.ON)
            .items(ItemType.SWITCH)
            .by(Mappings.bool());

    @Override
    public String name() {
        return "Timer";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.SWITCH;
    }

    @Override
    public List<Role> roles() {
        return List.of(ON);
    }

    @Override
    public Optional<Behaviour<?>> behaviour() {
        return Optional.of(this);
    }

    @Override
    public Boolean initial() {
        return false;
    }

    @Override
    public Step<Boolean> step(Boolean isRunning, Input input, Scene scene) {
        if (input instanceof Input.Written) {
            return new Step<>(
                    true,
                    Map.of(ON, Value.TRUE),
                    List.of(new Command(ON, ItemState.OnOff.ON)),
                    Optional.of(Duration.ofSeconds(10)));
        }
        if (input instanceof Input.Elapsed) {
            return new Step<>(false, Map.of(), List.of(new Command(ON, ItemState.OnOff.OFF)), Optional.empty());
        }
        return new Step<>(isRunning, isRunning ? Map.of(ON, Value.TRUE) : Map.of(), List.of(), Optional.empty());
    }
}
