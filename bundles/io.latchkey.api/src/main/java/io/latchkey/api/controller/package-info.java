// SPDX-License-Identifier: EPL-2.0
/**
 * A HAP controller as a service: finds accessories on the network, pairs with them, and keeps one verified connection to
 * each, over which they are read, written and heard. Nothing here waits: what takes time comes as a stage, which fails
 * with a {@link io.latchkey.api.controller.ControllerException} that says what to do. Bundle {@code controller} publishes
 * it.
 */
@Export
@Version("1.1.0")
package io.latchkey.api.controller;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
