// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import java.util.ArrayList;
import java.util.List;

/** Collects what is against the rules, with where it was found. */
final class Violations {
    private final List<String> found = new ArrayList<>();

    /** Notes a rule that doesn't hold there. */
    void unless(boolean holds, String where, String rule) {
        if (!holds) {
            found.add(where + ": " + rule);
        }
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
