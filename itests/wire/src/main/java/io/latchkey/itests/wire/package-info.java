// SPDX-License-Identifier: EPL-2.0
/**
 * A controller's end of the wire for tests, blocking and bare: it shows every byte, sends whatever it is told to, and
 * takes no malformed answer. Independent of the product's own wire, so that the two check each other.
 */
package io.latchkey.itests.wire;
