// SPDX-License-Identifier: EPL-2.0
/** How tests move the small openHAB of this bundle: texts only, so that no test knows a type of openHAB. */
@Export
@Version("1.0.0")
package io.latchkey.itests.openhab;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
