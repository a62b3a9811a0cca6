// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.io.console;

/** Where a command prints. */
public interface Console {
    default void printf(String format, Object... args) {
        print(String.format(format, args));
    }

    void print(String s);

    void println(String s);

    void printUsage(String s);
}
