// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import io.latchkey.api.identity.ControllerId;

/** What happens when an answer has left. */
public sealed interface After {

    /**
     * From here on both directions are encrypted and the session belongs to the controller: what follows the last answer of
     * pair-verify.
     *
     * @param keys of the session
     * @param controller who was verified
     */
    record SecureWith(SessionKeys keys, ControllerId controller) implements After {
        public SecureWith {
            if (keys == null || controller == null) {
                throw new IllegalArgumentException("a secured session needs keys and a controller");
            }
        }
    }

    /** The session is closed. */
    record Close() implements After {}

    /**
     * Something runs on the transport's thread.
     *
     * @param action it must not block and not throw
     */
    record Run(Runnable action) implements After {
        public Run {
            if (action == null) {
                throw new IllegalArgumentException("nothing to run");
            }
        }
    }
}
