// SPDX-License-Identifier: EPL-2.0
/**
 * The conformance suite: behaviours B1 to B130 and B138 to B147 of a HAP server as JUnit tests, most of them over real
 * sockets. It is pointed at a server by a {@link io.latchkey.conformance.TargetSource}; it assumes nothing of it but its
 * address, its setup code, and that it isn't paired when the suite begins.
 */
package io.latchkey.conformance;
