// SPDX-License-Identifier: EPL-2.0
/**
 * What the tests of a bundle need that implements the API of Latchkey, without a network, a host or a running framework.
 *
 * <ul>
 *   <li>{@link io.latchkey.api.testing.FakeBridge}: a bridge for an accessory provider, with a controller that reads, writes
 *       and hears
 *   <li>{@link io.latchkey.api.testing.Conversion} and {@link io.latchkey.api.testing.TypeRules}: the roles of an accessory
 *       type, one by one and all of them
 *   <li>{@link io.latchkey.api.testing.BehaviourTester}: items, a clock and a controller for the behaviour of an accessory type
 *   <li>{@link io.latchkey.api.testing.BridgeStoreContract}: what every bridge store promises
 *   <li>{@link io.latchkey.api.testing.ManualWorkers}: executors whose time passes when the test says so
 * </ul>
 *
 * <p>Assertions are JUnit's. Nothing here is meant to be installed into a framework.
 */
@Export
@Version("1.1.0")
package io.latchkey.api.testing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
