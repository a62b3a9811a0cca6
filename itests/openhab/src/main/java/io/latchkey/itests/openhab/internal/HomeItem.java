// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhab.core.items.GenericItem;
import org.openhab.core.types.Command;
import org.openhab.core.types.CommandDescription;
import org.openhab.core.types.State;
import org.openhab.core.types.StateDescription;

/** An item of any kind but Group and Number. */
final class HomeItem extends GenericItem implements Described {
    private final ItemKind kind;
    private volatile Optional<DescriptionService> descriptions = Optional.empty();

    HomeItem(String type, String name) {
        super(type, name);
        this.kind = ItemKind.of(type);
    }

    @Override
    public void describeBy(Optional<DescriptionService> service) {
        descriptions = service;
    }

    @Override
    public void setState(State told) {
        super.setState(kind.kept(state, told));
    }

    @Override
    public List<Class<? extends State>> getAcceptedDataTypes() {
        return kind.states();
    }

    @Override
    public List<Class<? extends Command>> getAcceptedCommandTypes() {
        return kind.commands();
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
