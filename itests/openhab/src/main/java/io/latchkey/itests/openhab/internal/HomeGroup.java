// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Locale;
import java.util.Optional;
import org.openhab.core.items.GroupFunction;
import org.openhab.core.items.GroupItem;
import org.openhab.core.items.Item;
import org.openhab.core.types.CommandDescription;
import org.openhab.core.types.StateDescription;

/** A Group; it is described as other items are. */
final class HomeGroup extends GroupItem implements Described {
    private volatile Optional<DescriptionService> descriptions = Optional.empty();

    HomeGroup(String name, Item baseItem, GroupFunction function) {
        super(name, baseItem, function);
    }

    @Override
    public void describeBy(Optional<DescriptionService> service) {
        descriptions = service;
    }

    @Override
    public StateDescription getStateDescription(Locale locale) {
        return descriptions.map(service -> service.ofStates(this)).orElse(null);
    }

    @Override
    public CommandDescription getCommandDescription(Locale locale) {
        return descriptions.map(service -> service.ofCommands(this)).orElse(null);
    }
}
