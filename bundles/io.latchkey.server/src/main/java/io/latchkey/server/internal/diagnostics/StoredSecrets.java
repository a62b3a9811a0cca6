// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.diagnostics;

import io.latchkey.api.identity.Pairing;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.AccessoryStates;
import io.latchkey.api.store.BeforeRestore;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Choices;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.History;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import java.util.Map;

/** Tells a redaction all that the store holds and nobody else may know. Stateless. */
final class StoredSecrets {
    private StoredSecrets() {}

    /** Of one bridge, and of what it was before it took another's place. */
    static void tell(BridgeMemory memory, Redaction redaction) {
        memory.get(Domain.IDENTITY).ifPresent(identity -> {
            redaction.key(identity.seed());
            redaction.key(identity.publicKey());
        });
        memory.get(Domain.SETUP).ifPresent(setup -> tell(setup, redaction));
        memory.get(Domain.PAIRINGS).orElse(Pairings.NONE).pairings().forEach(pairing -> tell(pairing, redaction));
        memory.get(Domain.CONTROLLER).ifPresent(keys -> {
            redaction.controller(keys.id().text());
            redaction.key(keys.seed());
            keys.peers().forEach(peer -> redaction.key(peer.publicKey()));
        });
        memory.get(Domain.TRANSITIONS)
                .ifPresent(curves -> curves.running().forEach(curve -> redaction.value(curve.configuration())));
        memory.get(Domain.STATES).orElse(AccessoryStates.EMPTY).accessories().values().stream()
                .flatMap(state -> state.values().values().stream())
                .forEach(value -> tell(value, redaction));
        memory.get(Domain.CHOICES).orElse(Choices.NONE).made().forEach(choice -> tell(choice.value(), redaction));
        tell(memory.get(Domain.HISTORY).orElse(History.NONE), redaction);
        memory.get(Domain.BEFORE_TAKEOVER).ifPresent(before -> tell(before, redaction));
        memory.get(Domain.BEFORE_RESTORE).ifPresent(before -> tell(before, redaction));
    }

    /** Of what has happened, stored or not. */
    static void tell(History history, Redaction redaction) {
        history.happenings()
                .forEach(each -> each.controller().ifPresent(controller -> redaction.stranger(controller.text())));
        history.writes().forEach(write -> redaction.stranger(write.controller().text()));
    }

    private static void tell(BeforeRestore before, Redaction redaction) {
        tell(before.memory(), redaction);
        before.settings().orElse(Map.of()).forEach((key, value) -> {
            if (key.matches("setupCode|setupId") && !value.isBlank()) {
                redaction.code(value);
            }
        });
    }

    private static void tell(Setup setup, Redaction redaction) {
        setup.generatedCode().ifPresent(code -> redaction.code(code.text()));
        redaction.code(setup.setupId().text());
        setup.verifier().ifPresent(verifier -> {
            redaction.key(verifier.salt());
            redaction.key(verifier.verifier());
        });
    }

    private static void tell(Pairing pairing, Redaction redaction) {
        redaction.controller(pairing.controller().text());
        redaction.key(pairing.publicKey());
    }

    private static void tell(Value value, Redaction redaction) {
        if (value instanceof Value.Text text) {
            redaction.value(text.text());
        } else if (value instanceof Value.Decimal decimal) {
            redaction.value(Double.toString(decimal.number()));
        } else if (value instanceof Value.Bytes bytes) {
            redaction.key(bytes.content());
        } else if (value instanceof Value.Whole whole) {
            redaction.value(Long.toString(whole.number()));
        }
    }
}
