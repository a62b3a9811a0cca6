// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

/** Whether there is somebody behind what controllers see. */
public enum Presence {
    /** Its provider has put it. */
    ATTACHED,
    /** Nobody has put it yet, and its provider is still coming up: who asks waits for a while. */
    AWAITED,
    /** It isn't there. */
    ABSENT
}
