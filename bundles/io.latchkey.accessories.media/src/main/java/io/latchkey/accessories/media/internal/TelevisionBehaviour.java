// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import static io.latchkey.accessories.media.internal.Television.ACTIVE;
import static io.latchkey.accessories.media.internal.Television.CURRENT;
import static io.latchkey.accessories.media.internal.Television.INPUT;
import static io.latchkey.accessories.media.internal.Television.KEY;
import static io.latchkey.accessories.media.internal.Television.POWER_MODE;
import static io.latchkey.accessories.media.internal.Television.TARGET;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says at once that a television is on, or off, when Home wants it so: sets take their time to start, and the app would
 * fall back meanwhile. After a while its item is believed again. An input that isn't there can't be chosen. Stateless.
 */
final class TelevisionBehaviour implements Behaviour<Screen> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Value NOTHING = Value.of(0);

    @Override
    public Screen initial() {
        return new Screen(Optional.empty(), Playback.UNKNOWN);
    }

    @Override
    public Step<Screen> step(Screen before, Input input, Scene scene) {
        if (input instanceof Input.Written written) {
            return written(before, written.values(), scene);
        }
        if (input instanceof Input.Updated updated) {
            return show(updated(before, updated.roles(), scene), List.of(), Optional.empty());
        }
        boolean isOver = input instanceof Input.Elapsed;
        Screen next = isOver ? new Screen(Optional.empty(), before.playback()) : before;
        return show(next, List.of(), Optional.empty());
    }

    private static Step<Screen> written(Screen before, Map<Role, Value> values, Scene scene) {
        if (!isThere(Optional.ofNullable(values.get(INPUT)), scene)) {
            return show(before, List.of(), Optional.empty()).refusing(HapStatus.INVALID_VALUE);
        }
        RequestedCommands request = RequestedCommands.of(values, Television.ROLES, scene);
        Optional<Value> turned = request.wished(ACTIVE, values);
        Screen next = new Screen(
                turned.or(before::wish),
                request.wished(TARGET, values).map(before.playback()::wished).orElse(before.playback()));
        return request.judge(show(next, request.commands(), turned.map(wish -> PATIENCE)));
    }

    /** Whether one of the inputs is called so, as far as they are numbered at all. */
    private static boolean isThere(Optional<Value> wanted, Scene scene) {
        List<Value> known = scene.linked().stream()
                .flatMap(linked -> linked.value(CharacteristicTypes.IDENTIFIER).stream())
                .toList();
        return known.isEmpty() || wanted.isEmpty() || known.contains(wanted.get());
    }

    private static Screen updated(Screen before, List<Role> roles, Scene scene) {
        boolean isSo = roles.contains(ACTIVE) && scene.value(ACTIVE).equals(before.wish());
        return new Screen(
                isSo ? Optional.empty() : before.wish(), before.playback().updated(roles, CURRENT, TARGET, scene));
    }

    private static Step<Screen> show(Screen now, List<Command> commands, Optional<Duration> wakeUp) {
        Map<Role, Value> values = new LinkedHashMap<>();
        now.wish().ifPresent(wish -> values.put(ACTIVE, wish));
        now.playback().target().ifPresent(target -> values.put(TARGET, target));
        values.put(KEY, NOTHING);
        values.put(POWER_MODE, NOTHING);
        return new Step<>(now, values, commands, wakeUp);
    }
}
