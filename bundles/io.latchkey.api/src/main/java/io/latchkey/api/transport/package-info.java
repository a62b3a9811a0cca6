// SPDX-License-Identifier: EPL-2.0
/**
 * The wire as a service: a listener with its sessions, exchanges that are answered with something that happens afterwards,
 * and events that leave between answers. No type of an HTTP server or of a socket library shows here.
 */
@Export
@Version("1.3.0")
package io.latchkey.api.transport;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
