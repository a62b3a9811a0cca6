// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import java.security.SecureRandom;

/**
 * What an accessory has offered in its first answer of pair-setup, waiting for the setup code. Good for one code: a wrong
 * one ends the procedure at the accessory.
 */
public final class SetupOffer {
    private final ControllerKeys keys;
    private final SecureRandom random;
    private final byte[] salt;
    private final byte[] accessoryKey;

    SetupOffer(ControllerKeys keys, SecureRandom random, byte[] salt, byte[] accessoryKey) {
        this.keys = keys;
        this.random = random;
        this.salt = salt;
        this.accessoryKey = accessoryKey;
    }

    /**
     * Goes on with the code, on the connection that the offer came from; computes for some milliseconds. The result is the
     * accessory as it is to be kept.
     */
    public Conversation<ControllerKeys.Peer> accept(SetupCode code) {
        return ControllerPairSetup.proceed(keys, code, random, salt, accessoryKey);
    }

    @Override
    public String toString() {
        return "SetupOffer[hidden]";
    }
}
