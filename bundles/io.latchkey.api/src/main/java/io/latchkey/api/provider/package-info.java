// SPDX-License-Identifier: EPL-2.0
/**
 * How accessories come to a bridge. A bundle that wants to show something in Home, without items of a host, implements
 * {@link io.latchkey.api.provider.AccessoryProvider}.
 */
@Export
@Version("1.4.0")
package io.latchkey.api.provider;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
