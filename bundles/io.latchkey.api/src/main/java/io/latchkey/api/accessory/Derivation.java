// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The behaviour of a service whose roles go their own way, but where some that no item plays follow from others: writes
 * go to their items, and what is derived is derived anew at each step. It remembers nothing.
 *
 * @param order the roles in the order in which their items are told
 * @param derived gives what to show from the items in their roles; what items show themselves is best left to them
 */
public record Derivation(List<Role> order, Function<Behaviour.Scene, Map<Role, Value>> derived)
        implements Behaviour<Optional<Void>> {
    public Derivation {
        order = List.copyOf(order);
    }

    @Override
    public Optional<Void> initial() {
        return Optional.empty();
    }

    @Override
    public Step<Optional<Void>> step(Optional<Void> nothing, Input input, Scene scene) {
        Map<Role, Value> written = input instanceof Input.Written writes ? writes.values() : Map.of();
        List<Command> commands = order.stream()
                .filter(written::containsKey)
                .flatMap(role -> scene.command(role, written.get(role)).stream())
                .toList();
        long kept = written.keySet().stream().filter(scene::keeps).count();
        Step<Optional<Void>> step = new Step<>(nothing, derived.apply(scene), commands, Optional.empty());
        return commands.size() + kept < written.size() ? step.refusing(HapStatus.READ_ONLY) : step;
    }
}
