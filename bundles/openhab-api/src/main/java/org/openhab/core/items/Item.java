// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openhab.core.common.registry.Identifiable;
import org.openhab.core.types.Command;
import org.openhab.core.types.CommandDescription;
import org.openhab.core.types.State;
import org.openhab.core.types.StateDescription;

/** An item; label, category and both descriptions may be null. */
public interface Item extends Identifiable<String> {
    State getState();
    /** Null when the state cannot be seen so. */
    <T extends State> T getStateAs(Class<T> typeClass);

    String getName();

    String getType();

    List<Class<? extends State>> getAcceptedDataTypes();

    List<Class<? extends Command>> getAcceptedCommandTypes();

    List<String> getGroupNames();

    Set<String> getTags();

    String getLabel();

    boolean hasTag(String tag);

    String getCategory();

    StateDescription getStateDescription();

    StateDescription getStateDescription(Locale locale);

    default CommandDescription getCommandDescription() {
        return getCommandDescription(null);
    }

    CommandDescription getCommandDescription(Locale locale);
}
