// SPDX-License-Identifier: EPL-2.0
/**
 * The threads that all bundles share, and the way in which they call code of others. Where a bundle needs a thread, it asks
 * here; a test replaces the service by one with a clock of its own.
 */
@Export
@Version("1.2.0")
package io.latchkey.api.concurrent;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
