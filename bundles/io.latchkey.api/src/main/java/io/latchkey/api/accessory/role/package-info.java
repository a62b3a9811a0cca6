// SPDX-License-Identifier: EPL-2.0
/**
 * Roles that many accessory types have, ready to be used, so that a word such as {@code FaultStatus} takes the same items
 * and means the same everywhere. Each call gives a role of its own: keep it in a constant of the type, because a
 * {@link io.latchkey.api.accessory.Behaviour} knows a role by identity.
 */
@Export
@Version("1.0.0")
package io.latchkey.api.accessory.role;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
