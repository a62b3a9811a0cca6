// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.api.tlv.Tlv8;

/**
 * A procedure that a controller leads, at one of its points: something is to be sent, or it is over. The caller sends
 * {@link Send#request()}, gives the answer to {@link Send#answered} and goes on with what that returns. Values but for
 * the randomness drawn on the way; some steps of pair-setup compute for milliseconds, so none belongs on an I/O thread.
 *
 * @param <R> what comes out in the end
 */
public sealed interface Conversation<R> {

    /** The procedure has succeeded. */
    record Done<R>(R result) implements Conversation<R> {}

    /** The procedure has failed; a new one may be begun. */
    record Failed<R>(PairingFailure reason) implements Conversation<R> {}

    /** A body to POST, and how to go on with the body of the answer. */
    final class Send<R> implements Conversation<R> {
        private final byte[] request;
        private final int state;
        private final boolean anew;
        private final Continuation<R> continuation;

        Send(Tlv8.Builder request, int state, Continuation<R> continuation) {
            this(request, state, false, continuation);
        }

        Send(Tlv8.Builder request, int state, boolean anew, Continuation<R> continuation) {
            this.request = request.build().bytes();
            this.state = state;
            this.anew = anew;
            this.continuation = continuation;
        }

        /** The body to send, a copy. */
        public byte[] request() {
            return request.clone();
        }

        /**
         * Whether this begins the procedure once more on the same connection. Some accessories refuse that (HAP-NodeJS
         * with status 400) and are to be asked on another one.
         */
        public boolean beginsAnew() {
            return anew;
        }

        /** Goes on with the body of an answer with status 200; any other status ends the procedure at the caller. */
        public Conversation<R> answered(byte[] response) {
            try {
                PairingMessage message = PairingMessage.read(response, PairingTlv.STATE, PairingTlv.ERROR);
                if (message.has(PairingTlv.ERROR)) {
                    return new Failed<>(PairingError.of(message.number(PairingTlv.ERROR))
                            .map(PairingFailure::of)
                            .orElse(PairingFailure.UNKNOWN));
                }
                return message.number(PairingTlv.STATE) == state
                        ? continuation.proceed(message)
                        : new Failed<>(PairingFailure.MALFORMED);
            } catch (MalformedTlv8Exception malformed) {
                return new Failed<>(PairingFailure.MALFORMED);
            }
        }

        @Override
        public String toString() {
            return "Send[" + request.length + " bytes]";
        }

        /** Takes an answer without error whose number is right. */
        interface Continuation<R> {
            Conversation<R> proceed(PairingMessage message) throws MalformedTlv8Exception;
        }
    }
}
