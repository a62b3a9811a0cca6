// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.List;
import java.util.Locale;
import org.openhab.core.items.GenericItem;
import org.openhab.core.types.Command;
import org.openhab.core.types.CommandDescription;
import org.openhab.core.types.State;
import org.openhab.core.types.StateDescription;

/** An item of any kind but Group and Number. */
final class HomeItem extends GenericItem {
    private final ItemKind kind;
    private final Descriptions descriptions;

    HomeItem(String type, String name, Descriptions descriptions) {
        super(type, name);
        this.kind = ItemKind.of(type);
        this.descriptions = descriptions;
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
        return descriptions.ofStates();
    }

    @Override
    public CommandDescription getCommandDescription(Locale locale) {
        return descriptions.ofCommands();
    }
}
