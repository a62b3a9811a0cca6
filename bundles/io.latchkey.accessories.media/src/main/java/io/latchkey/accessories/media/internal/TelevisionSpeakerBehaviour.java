// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import static io.latchkey.accessories.media.internal.TelevisionSpeaker.CONTROL;
import static io.latchkey.accessories.media.internal.TelevisionSpeaker.ROLES;
import static io.latchkey.accessories.media.internal.TelevisionSpeaker.STEPS;
import static io.latchkey.accessories.media.internal.TelevisionSpeaker.VOLUME;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says how the volume is controlled, and turns steps into volumes where no item takes steps. The state is the volume that
 * was asked for last, until its item says something: people press the button faster than devices answer. Stateless.
 */
final class TelevisionSpeakerBehaviour implements Behaviour<Optional<Value>> {
    private static final Value LOUDER = Value.of(0);
    private static final long STEP = 5;
    private static final long NONE = 0;
    private static final long RELATIVE = 1;
    private static final long ABSOLUTE = 3;

    @Override
    public Optional<Value> initial() {
        return Optional.empty();
    }

    @Override
    public Step<Optional<Value>> step(Optional<Value> asked, Input input, Scene scene) {
        Map<Role, Value> written =
                input instanceof Input.Written writes ? stepless(asked, writes.values(), scene) : Map.of();
        RequestedCommands request = RequestedCommands.of(written, ROLES, scene);
        boolean isHeard =
                input instanceof Input.Updated updated && updated.roles().contains(VOLUME);
        Optional<Value> next = isHeard
                ? Optional.empty()
                : Optional.ofNullable(written.get(VOLUME)).or(() -> asked);
        return request.judge(new Step<>(next, shown(scene), request.commands(), Optional.empty()));
    }

    /** The same writes, but a step that no item takes became a volume. */
    private static Map<Role, Value> stepless(Optional<Value> asked, Map<Role, Value> written, Scene scene) {
        Optional<Value> volume = scene.player(STEPS).isPresent()
                ? Optional.empty()
                : Optional.ofNullable(written.get(STEPS)).flatMap(step -> stepped(asked, step, scene));
        if (volume.isEmpty()) {
            return written;
        }
        Map<Role, Value> all = new HashMap<>(written);
        all.remove(STEPS);
        all.put(VOLUME, volume.get());
        return all;
    }

    private static Optional<Value> stepped(Optional<Value> asked, Value step, Scene scene) {
        return asked.or(() -> scene.value(VOLUME))
                .filter(Value.Whole.class::isInstance)
                .map(now -> ((Value.Whole) now).number() + (step.equals(LOUDER) ? STEP : -STEP))
                .flatMap(next -> scene.player(VOLUME)
                        .flatMap(player -> VOLUME.mapping()
                                .constraints(player)
                                .fit(VOLUME.type().format(), Value.of((long) next))));
    }

    private static Map<Role, Value> shown(Scene scene) {
        Map<Role, Value> values = new LinkedHashMap<>();
        values.put(STEPS, LOUDER);
        if (scene.player(CONTROL).isEmpty()) {
            values.put(CONTROL, Value.of(control(scene)));
        }
        return values;
    }

    private static long control(Scene scene) {
        if (scene.player(VOLUME).isPresent()) {
            return ABSOLUTE;
        }
        return scene.player(STEPS).isPresent() ? RELATIVE : NONE;
    }
}
