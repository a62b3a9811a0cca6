// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Behaviour.Command;
import io.latchkey.api.accessory.Behaviour.Scene;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a controller wrote, taken apart: the items in their roles are told, and what no item keeps is kept by us. Immutable.
 *
 * @param commands in the order in which the items are told
 * @param kept what no item keeps
 * @param isRefused whether something could be neither told nor kept
 */
record Request(List<Command> commands, Map<Role, Value> kept, boolean isRefused) {

    /**
     * Takes a request apart.
     *
     * @param written all that was written
     * @param order all roles that may be written, in the order in which their items are told
     * @param keepable those that are kept when no item plays them
     */
    static Request of(Map<Role, Value> written, List<Role> order, Set<Role> keepable, Scene scene) {
        List<Command> commands = new ArrayList<>();
        Map<Role, Value> kept = new HashMap<>();
        boolean isRefused = false;
        for (Role role : order.stream().filter(written::containsKey).toList()) {
            Value wish = written.get(role);
            Optional<Command> command = scene.command(role, wish);
            command.ifPresent(commands::add);
            if (keepable.contains(role) && scene.player(role).isEmpty()) {
                kept.put(role, wish);
            } else {
                isRefused |= command.isEmpty();
            }
        }
        return new Request(List.copyOf(commands), Map.copyOf(kept), isRefused);
    }

    /** What was written to a role, if its item is told. */
    Optional<Value> wished(Role role, Map<Role, Value> written) {
        return commands.stream()
                .filter(command -> command.role() == role)
                .map(command -> written.get(role))
                .findFirst();
    }

    /** What is kept from now on. */
    Map<Role, Value> keptBeside(Map<Role, Value> before) {
        Map<Role, Value> all = new HashMap<>(before);
        all.putAll(kept);
        return Map.copyOf(all);
    }

    /** The step, refused if it has to be. */
    <S> Behaviour.Step<S> judge(Behaviour.Step<S> step) {
        return isRefused ? step.refusing(HapStatus.READ_ONLY) : step;
    }
}
