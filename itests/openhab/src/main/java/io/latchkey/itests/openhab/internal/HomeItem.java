// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhab.core.items.GenericItem;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.PercentType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.types.Command;
import org.openhab.core.types.CommandDescription;
import org.openhab.core.types.State;
import org.openhab.core.types.StateDescription;

/** An item of any kind but Group. Numbers with a dimension keep a quantity, in their unit when they are told none. */
final class HomeItem extends GenericItem {
    private final ItemKind kind;
    private final Optional<String> unit;
    private final Descriptions descriptions;

    HomeItem(String type, String name, Optional<String> unit, Descriptions descriptions) {
        super(type, name);
        this.kind = ItemKind.of(type);
        this.unit = unit;
        this.descriptions = descriptions;
    }

    @Override
    public void setState(State told) {
        boolean bare = told instanceof DecimalType && !(told instanceof PercentType);
        super.setState(
                kind == ItemKind.NUMBER && bare && unit.isPresent()
                        ? new QuantityType<>(told.toFullString() + " " + unit.get())
                        : kind.kept(state, told));
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
