// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import io.latchkey.api.transport.Answer;

/**
 * A whole message of an accessory.
 *
 * @param event whether nobody asked for it
 * @param answer what it says
 */
record Incoming(boolean event, Answer answer) {}
