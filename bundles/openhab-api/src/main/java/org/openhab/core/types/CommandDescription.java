// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.types;

import java.util.List;

/** What is known about the commands of an item. */
public interface CommandDescription {
    List<CommandOption> getCommandOptions();
}
