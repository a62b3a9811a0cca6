// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.types;

/** One of the commands that an item takes; the label may be null. */
public class CommandOption {
    private final String command;
    private final String label;

    public CommandOption(String command, String label) {
        this.command = command;
        this.label = label;
    }

    public String getCommand() {
        return command;
    }

    public String getLabel() {
        return label;
    }
}
