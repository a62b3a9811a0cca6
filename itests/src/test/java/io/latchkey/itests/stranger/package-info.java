// SPDX-License-Identifier: EPL-2.0
/** What strangers on the network may do to the distribution while controllers go on: see {@code StrangersIT}. */
package io.latchkey.itests.stranger;
