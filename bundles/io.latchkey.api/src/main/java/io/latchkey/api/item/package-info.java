// SPDX-License-Identifier: EPL-2.0
/**
 * The items of a host: what a home-automation platform calls a lamp's level or a room's temperature, with its state,
 * its metadata and the commands that it takes. A bundle that binds a platform implements
 * {@link io.latchkey.api.item.ItemRegistry}. All values are immutable, never null, and shaped as openHAB shapes them.
 */
@Export
@Version("1.2.0")
package io.latchkey.api.item;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
