// SPDX-License-Identifier: EPL-2.0
/**
 * Who somebody is: the bridge with its Device ID, keys and setup data, and the controllers that are paired with it. All
 * of it is immutable; byte arrays are copied on the way in and out; what is secret never shows in {@code toString} and is
 * compared in constant time.
 */
@Export
@Version("1.0.0")
package io.latchkey.api.identity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
