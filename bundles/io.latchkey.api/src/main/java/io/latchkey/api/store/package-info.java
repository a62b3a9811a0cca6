// SPDX-License-Identifier: EPL-2.0
/**
 * What a bridge must remember over restarts, as typed domains, and the service that remembers it. A bridge that loses one
 * of them has to be paired anew or shows its accessories in the wrong rooms, so they change together in one transaction
 * that is durable when it returns, and what is damaged is never mistaken for what is empty.
 */
@Export
@Version("1.4.0")
package io.latchkey.api.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
