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

/** The transitions of one bridge in its store. A bridge works without them, so trouble with them is logged and no more. */
final class TransitionStore {
    private static final Logger LOG = LoggerFactory.getLogger(TransitionStore.class);

    private final ExtendedBridge bridge;

    TransitionStore(ExtendedBridge bridge) {
        this.bridge = bridge;
    }

    /** Those of lamps that are still there. */
    Map<CharacteristicId, ValueTransition> load(AdaptiveLamps lamps) {
        Map<CharacteristicId, ValueTransition> transitions = new HashMap<>();
        try {
            List<Transitions.Running> running = bridge.remembered(Domain.TRANSITIONS)
                    .map(Transitions::running)
                    .orElse(List.of());
            for (Transitions.Running each : running) {
                CharacteristicId id = new CharacteristicId(new AccessoryId(each.aid()), new InstanceId(each.iid()));
                lamps.find(id)
                        .filter(lamp -> lamp.id().equals(id))
                        .flatMap(lamp -> transition(lamp, each))
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
    synchronized CompletionStage<Void> save(Collection<RunningTransition> runs) {
        return bridge.remember(Domain.TRANSITIONS, transitions(runs)).handle((done, failure) -> {
            if (failure != null) {
                LOG.warn("Bridge {} can't remember its Adaptive Lighting: {}", bridge.id(), failure.getMessage());
            }
            return null;
        });
    }

    private static Transitions transitions(Collection<RunningTransition> runs) {
        return new Transitions(runs.stream().map(TransitionStore::running).toList());
    }

    private static Optional<ValueTransition> transition(AdaptiveLamp lamp, Transitions.Running running) {
        TlvFields configuration = TlvFields.of(Base64.getDecoder().decode(running.configuration()));
        return ValueTransition.read(configuration, lamp.brightness().iid().value(), running.since());
    }

    private static Transitions.Running running(RunningTransition run) {
        return new Transitions.Running(
                run.id().aid().value(),
                run.id().iid().value(),
                run.transition().since(),
                Base64.getEncoder()
                        .encodeToString(run.transition().configuration().bytes()));
    }
}
