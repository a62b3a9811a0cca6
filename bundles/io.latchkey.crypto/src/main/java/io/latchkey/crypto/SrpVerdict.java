// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

/** What an {@link SrpServer} thinks of a client's proof. Values only; the session key never appears in a text. */
public sealed interface SrpVerdict {

    /**
     * The client knows the password.
     *
     * @param sessionKey K, {@link Srp#SESSION_KEY_LENGTH} bytes, secret
     * @param proof M2 to send, {@link Srp#PROOF_LENGTH} bytes
     */
    record Accepted(byte[] sessionKey, byte[] proof) implements SrpVerdict {
        /** Takes copies of both. */
        public Accepted {
            sessionKey = sessionKey.clone();
            proof = proof.clone();
        }

        /** A copy of K. */
        @Override
        public byte[] sessionKey() {
            return sessionKey.clone();
        }

        /** A copy of M2. */
        @Override
        public byte[] proof() {
            return proof.clone();
        }

        @Override
        public String toString() {
            return "Accepted[hidden]";
        }
    }

    /** The client is turned away; only a wrong proof says anything about its password. */
    enum Refused implements SrpVerdict {
        /** A is a multiple of N, an attempt to force the shared secret. */
        PUBLIC_KEY,
        /** M1 does not fit: a wrong password. */
        PROOF
    }
}
