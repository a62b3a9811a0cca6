// SPDX-License-Identifier: EPL-2.0
/**
 * How a bundle adds to accessories that others contribute. It implements {@link io.latchkey.api.extension.AccessoryExtension}
 * and publishes it as a service; bundle {@code adaptive}, which lets lamps follow the time of day, is one.
 *
 * <p>An extension adds characteristics to services and services to accessories. It never changes or removes what their
 * contributor has put, and it reaches the services to which it has added, and all of an accessory to which it has added a
 * service, and no others. Whatever it throws and however long it takes costs what it
 * adds: that keeps its place and its ids, and answers that it can't be reached. {@code latchkey:check} names it.
 */
@Export
@Version("1.1.0")
package io.latchkey.api.extension;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
