// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.io.console;

import java.util.List;

/** Proposes how an argument goes on. */
public interface ConsoleCommandCompleter {
    boolean complete(String[] args, int cursorArgumentIndex, int cursorPosition, List<String> candidates);
}
