// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.io.console.extensions;

import java.util.List;
import org.openhab.core.io.console.Console;
import org.openhab.core.io.console.ConsoleCommandCompleter;

/** A service that is a command of the console. */
public interface ConsoleCommandExtension {
    String getCommand();

    String getDescription();

    void execute(String[] args, Console console);

    List<String> getUsages();
    /** Null when it completes nothing. */
    default ConsoleCommandCompleter getCompleter() {
        return null;
    }
}
