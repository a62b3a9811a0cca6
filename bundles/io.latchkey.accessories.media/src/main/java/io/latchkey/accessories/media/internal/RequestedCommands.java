// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Behaviour.Command;
import io.latchkey.api.accessory.Behaviour.Scene;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a controller wrote, taken apart: the items in their roles are told. Immutable.
 *
 * @param commands in the order in which the items are told
 * @param isRefused whether something could be neither told nor kept
 */
record RequestedCommands(List<Command> commands, boolean isRefused) {

    /**
     * Takes a request apart.
     *
     * @param written all that was written
     * @param order all roles that may be written, in the order in which their items are told
     */
    static RequestedCommands of(Map<Role, Value> written, List<Role> order, Scene scene) {
        List<Command> commands = new ArrayList<>();
        boolean isRefused = false;
        for (Role role : order.stream().filter(written::containsKey).toList()) {
            Optional<Command> command = scene.command(role, written.get(role));
            command.ifPresent(commands::add);
            isRefused |= command.isEmpty() && !scene.keeps(role);
        }
        return new RequestedCommands(List.copyOf(commands), isRefused);
    }

    /** What was written to a role, if its item is told. */
    Optional<Value> wished(Role role, Map<Role, Value> written) {
        return commands.stream()
                .filter(command -> command.role() == role)
                .map(command -> written.get(role))
                .findFirst();
    }

    /** The step, refused if it has to be. */
    <S> Behaviour.Step<S> judge(Behaviour.Step<S> step) {
        return isRefused ? step.refusing(HapStatus.READ_ONLY) : step;
    }
}
