// SPDX-License-Identifier: EPL-2.0
/**
 * TLV8, the binary lists of typed values that HAP uses for pairing and inside characteristics (HAP specification R2
 * section 14.1).
 */
@Export
@Version("1.0.0")
package io.latchkey.api.tlv;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
