// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

/**
 * Why an entry of an items file didn't become an item.
 *
 * @param line where the entry begins, from 1
 * @param name the name of the item, or what stands for it when it has none
 * @param what what is wrong and how to mend it
 */
record ItemProblem(int line, String name, String what) {
    @Override
    public String toString() {
        return "line " + line + ", " + name + ": " + what;
    }
}
