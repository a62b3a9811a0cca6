// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import io.latchkey.api.extension.ExtendedBridge;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.InstanceId;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Transitions;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The transitions of one bridge in its store. They are a comfort: trouble with them keeps no bridge from its work. */
final class Remembered {
    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

    private final ExtendedBridge bridge;

    Remembered(ExtendedBridge bridge) {
        this.bridge = bridge;
    }

    /** Those of lamps that are still there. */
    Map<CharacteristicId, Transition> load(Lights lights) {
        Map<CharacteristicId, Transition> transitions = new HashMap<>();
        try {
            List<Transitions.Running> running = bridge.remembered(Domain.TRANSITIONS)
                    .map(Transitions::running)
                    .orElse(List.of());
            for (Transitions.Running each : running) {
                CharacteristicId id = new CharacteristicId(new AccessoryId(each.aid()), new InstanceId(each.iid()));
                lights.find(id)
                        .filter(light -> light.id().equals(id))
                        .flatMap(light -> transition(light, each))
                        .ifPresent(transition -> transitions.put(id, transition));
            }
        } catch (IllegalArgumentException e) {
            LOG.warn(
                    "Bridge {} has forgotten its Adaptive Lighting, switch it on again: {}",
                    bridge.id(),
                    e.getMessage());
        }
        return transitions;
    }

    /** Remembers these and no others, as they are now; ends when that is durable or has failed. */
    synchronized CompletionStage<Void> save(Collection<Run> runs) {
        return bridge.remember(Domain.TRANSITIONS, transitions(runs)).handle((done, failure) -> {
            if (failure != null) {
                LOG.warn("Bridge {} can't remember its Adaptive Lighting: {}", bridge.id(), failure.getMessage());
            }
            return null;
        });
    }

    private static Transitions transitions(Collection<Run> runs) {
        return new Transitions(runs.stream().map(Remembered::running).toList());
    }

    private static Optional<Transition> transition(Light light, Transitions.Running running) {
        Fields configuration = Fields.of(Base64.getDecoder().decode(running.configuration()));
        return Transition.read(configuration, light.brightness().iid().value(), running.since());
    }

    private static Transitions.Running running(Run run) {
        return new Transitions.Running(
                run.id().aid().value(),
                run.id().iid().value(),
                run.transition().since(),
                Base64.getEncoder()
                        .encodeToString(run.transition().configuration().bytes()));
    }
}
