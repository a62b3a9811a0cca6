// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import java.io.IOException;
import java.nio.file.Path;

/** Adds entries to a ring until it is killed, and prints the number of each that is kept. */
final class EntryRingMain {
    private static final long BEGIN = 816_912_000;

    private EntryRingMain() {}

    public static void main(String[] arguments) throws IOException {
        EntryRing ring = EntryRing.open(Path.of(arguments[0]), new byte[] {1, 7, 2});
        while (true) {
            int next = (int) Math.max(1, ring.state().last()) + 1;
            ring.append(BEGIN + next, EntryRingTest.value(next));
            System.out.println(ring.state().last());
        }
    }
}
