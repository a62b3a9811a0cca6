// SPDX-License-Identifier: EPL-2.0
/**
 * How bridges are found: the record {@code _hap._tcp} on the local network (RFC 6762, RFC 6763), published for our own
 * bridges and browsed for on the controller's side. Nothing here waits for the network, except a close, which is bounded.
 */
@Export
@Version("1.1.0")
package io.latchkey.api.discovery;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
