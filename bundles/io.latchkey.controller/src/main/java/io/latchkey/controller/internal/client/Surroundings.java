// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.transport.Transport;
import io.latchkey.controller.internal.keys.KeyRing;
import java.security.SecureRandom;

/**
 * What all clients share.
 *
 * @param transport connects
 * @param keyRing knows the accessories
 * @param workers compute and wait
 * @param random a cryptographic source
 */
public record Surroundings(Transport transport, KeyRing keyRing, Workers workers, SecureRandom random) {}
