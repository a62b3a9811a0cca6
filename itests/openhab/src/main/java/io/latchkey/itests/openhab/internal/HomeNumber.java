// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Locale;
import java.util.Optional;
import org.openhab.core.library.items.NumberItem;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.types.CommandDescription;
import org.openhab.core.types.State;
import org.openhab.core.types.StateDescription;

/** A Number. With a dimension it keeps quantities, in its own unit when it is told none. */
final class HomeNumber extends NumberItem {
    private final String dimensioned;
    private final Optional<String> unit;
    private final Descriptions descriptions;

    HomeNumber(String type, String name, Optional<String> unit, Descriptions descriptions) {
        super(name);
        this.dimensioned = type;
        this.unit = unit;
        this.descriptions = descriptions;
    }

    @Override
    public String getType() {
        return dimensioned;
    }

    @Override
    public String getUnitSymbol() {
        return unit.orElse(null);
    }

    @Override
    public void setState(State told) {
        super.setState(
                told instanceof DecimalType && unit.isPresent()
                        ? new QuantityType<>(told.toFullString() + " " + unit.get())
                        : told);
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
