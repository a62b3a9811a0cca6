// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import static io.latchkey.accessories.water.internal.Faucet.ACTIVE;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Switches off what belongs to a faucet when Home switches that off, itself first. Stateless. */
final class FaucetBehaviour implements Behaviour<Optional<Void>> {
    private static final Value OFF = Value.of(0);

    @Override
    public Optional<Void> initial() {
        return Optional.empty();
    }

    @Override
    public Step<Optional<Void>> step(Optional<Void> nothing, Input input, Scene scene) {
        if (!(input instanceof Input.Written written)) {
            return Step.quiet(nothing);
        }
        Optional<Value> wish = Optional.ofNullable(written.values().get(ACTIVE));
        Optional<Command> own = wish.flatMap(to -> scene.command(ACTIVE, to));
        List<Command> commands = new ArrayList<>(own.stream().toList());
        if (wish.filter(OFF::equals).isPresent()) {
            scene.linked().stream()
                    .filter(linked -> isOn(linked))
                    .forEach(linked ->
                            linked.command(CharacteristicTypes.ACTIVE, OFF).ifPresent(commands::add));
        }
        Step<Optional<Void>> step = new Step<>(nothing, Map.of(), commands, Optional.empty());
        return own.isPresent() ? step : step.refusing(HapStatus.READ_ONLY);
    }

    private static boolean isOn(Linked linked) {
        return linked.value(CharacteristicTypes.ACTIVE)
                .filter(value -> !value.equals(OFF))
                .isPresent();
    }
}
