// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.extension;

import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.extension.AccessoryExtension;

/**
 * An extension that is there and has told its id.
 *
 * @param id its id
 * @param service the extension itself
 * @param contributor through whom its code is called
 */
record InstalledExtension(String id, AccessoryExtension service, Contributor contributor) {}
