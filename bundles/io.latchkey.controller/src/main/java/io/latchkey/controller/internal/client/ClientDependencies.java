// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.transport.Transport;
import io.latchkey.controller.internal.keys.KeyRing;
import io.latchkey.controller.internal.link.SeenRecords;
import java.security.SecureRandom;

/**
 * What all clients share.
 *
 * @param transport connects
 * @param records at the addresses that are connected to
 * @param keyRing knows the accessories
 * @param workers compute and wait
 * @param contributors calls listeners
 * @param random a cryptographic source
 */
public record ClientDependencies(
        Transport transport,
        SeenRecords records,
        KeyRing keyRing,
        Workers workers,
        Contributors contributors,
        SecureRandom random) {}
