// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupCode;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** A pairing that waits for its setup code. May be called from any thread; never waits. */
@ProviderType
public interface PairingAttempt extends AutoCloseable {

    /**
     * Gives the code and ends the attempt. Where the accessory has ended the connection meanwhile, pairing begins anew
     * with the code; an accessory with a display shows another one then.
     *
     * @return as {@link AccessoryClients#pair(java.net.InetSocketAddress, SetupCode)}
     * @throws IllegalStateException when a code was given before
     */
    CompletionStage<DeviceId> finish(SetupCode code);

    /** Gives the attempt up, so that the accessory is free for others. Does nothing once a code was given. */
    @Override
    void close();
}
