// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.util.Set;
import java.util.TreeSet;

/** The threads of our bundles. */
final class OurThreads {
    private OurThreads() {}

    static Set<String> threads() {
        Set<String> names = new TreeSet<>();
        Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("latchkey-"))
                .forEach(names::add);
        return names;
    }
}
