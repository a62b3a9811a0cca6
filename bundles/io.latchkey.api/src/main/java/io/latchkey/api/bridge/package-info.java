// SPDX-License-Identifier: EPL-2.0
/** The bridges that run, to look at and to change: what every console, page and health check shows alike. */
@Export
@Version("1.5.0")
package io.latchkey.api.bridge;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
