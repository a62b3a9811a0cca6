// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

/** Looks into the lanes of a test. */
public final class BusyLanes {
    private BusyLanes() {}

    /** Whether no thread is in code of a contributor. */
    public static boolean areQuiet(CallLanes lanes) {
        return lanes.watch().threads() == 0;
    }
}
