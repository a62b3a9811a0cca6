// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Permissions;

/**
 * One pairing of a bridge.
 *
 * @param controller who
 * @param permissions what it may do
 * @param sessions how many of its sessions are open
 */
public record PairingStatus(ControllerId controller, Permissions permissions, int sessions) {}
