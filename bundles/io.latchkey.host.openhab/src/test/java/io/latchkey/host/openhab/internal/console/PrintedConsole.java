// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.console;

import java.util.ArrayList;
import java.util.List;
import org.openhab.core.io.console.Console;

/** Keeps what is printed. */
final class PrintedConsole implements Console {
    final StringBuilder text = new StringBuilder();
    final List<String> usages = new ArrayList<>();

    @Override
    public void print(String line) {
        text.append(line);
    }

    @Override
    public void println(String line) {
        text.append(line).append('\n');
    }

    @Override
    public void printUsage(String usage) {
        usages.add(usage);
    }
}
