// SPDX-License-Identifier: EPL-2.0
/**
 * How an item becomes a service of an accessory. A bundle that knows another kind of accessory publishes an
 * {@link io.latchkey.api.accessory.AccessoryType} for each: pure declarations, with conversions from
 * {@link io.latchkey.api.accessory.Mappings}. Bundle {@code exposure} does everything else: it reads metadata, binds
 * items to roles, holds values, sends commands and owns every timer.
 */
@Export
@Version("1.2.0")
package io.latchkey.api.accessory;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
