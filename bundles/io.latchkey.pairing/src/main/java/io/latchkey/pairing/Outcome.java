// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import java.util.List;

/**
 * The result of one request: a reply, and what is to be done along with it.
 *
 * @param reply to send when everything that was to be kept has been kept
 * @param notKept to send instead, without any further effect, when keeping failed
 * @param effects in the order in which they are to be done
 */
public record Outcome(Reply reply, Reply notKept, List<Effect> effects) {
    /** Keeps a copy. */
    public Outcome {
        effects = List.copyOf(effects);
    }

    static Outcome of(Reply reply) {
        return new Outcome(reply, reply, List.of());
    }

    static Outcome error(int state, PairingError error) {
        return of(Reply.error(state, error));
    }

    static Outcome badRequest() {
        return of(Reply.badRequest());
    }

    static Outcome of(Reply reply, int state, List<Effect> effects) {
        return new Outcome(reply, Reply.error(state, PairingError.UNKNOWN), effects);
    }
}
