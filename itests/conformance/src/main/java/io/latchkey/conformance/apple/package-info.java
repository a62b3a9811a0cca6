// SPDX-License-Identifier: EPL-2.0
/**
 * A client that speaks as Apple's controllers do: their requests byte by byte, their orders, segments and pauses, and what
 * a home of several devices does in its life. Used by behaviours B138 to B147 and against the distribution.
 */
package io.latchkey.conformance.apple;
