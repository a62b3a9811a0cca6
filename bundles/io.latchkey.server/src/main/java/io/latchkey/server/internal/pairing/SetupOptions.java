// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import java.util.Optional;

/**
 * What the administrator has configured about pairing.
 *
 * @param code the setup code, else one is generated
 * @param setupId the setup ID, else one is generated
 */
public record SetupOptions(Optional<SetupCode> code, Optional<SetupId> setupId) {}
