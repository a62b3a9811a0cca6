// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a target true to what comes of it, and derives what has come of it when no item tells. Stateless.
 *
 * @param pair the two roles
 * @param patience how long to wait for what was wished
 */
record PairBehaviour(Pair pair, Duration patience) implements Behaviour<Pursuit> {

    @Override
    public Pursuit initial() {
        return Pursuit.UNKNOWN;
    }

    @Override
    public Step<Pursuit> step(Pursuit before, Input input, Scene scene) {
        if (input instanceof Input.Written written) {
            return Optional.ofNullable(written.values().get(pair.target()))
                    .map(wish -> written(before, wish, scene))
                    .orElseGet(() -> show(before, before, List.of(), scene));
        }
        Pursuit next = input instanceof Input.Updated updated
                ? pair.updated(before, updated.roles(), scene)
                : pair.waited(before, scene);
        return show(before, next, List.of(), scene);
    }

    @Override
    public Constraints limits(Role role, Scene scene) {
        return role == pair.current() ? pair.limits(scene) : role.type().constraints();
    }

    /** What is shown of a pair: the target, and the current state where nothing else shows it. */
    static Map<Role, Value> shown(Pair pair, Pursuit now, Behaviour.Scene scene) {
        Map<Role, Value> values = new LinkedHashMap<>();
        now.target().ifPresent(target -> values.put(pair.target(), target));
        if (scene.player(pair.current()).isEmpty()) {
            now.told().ifPresent(told -> values.put(pair.current(), told));
        }
        return values;
    }

    private Step<Pursuit> written(Pursuit before, Value wish, Scene scene) {
        return scene.command(pair.target(), wish)
                .map(command -> show(before, pair.wished(before, wish, scene), List.of(command), scene))
                .orElseGet(() -> show(before, before, List.of(), scene).refusing(HapStatus.READ_ONLY));
    }

    private Step<Pursuit> show(Pursuit before, Pursuit now, List<Command> commands, Scene scene) {
        boolean isNew = now.isNewAfter(before);
        return new Step<>(now, shown(pair, now, scene), commands, isNew ? Optional.of(patience) : Optional.empty());
    }
}
