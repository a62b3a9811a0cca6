// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openhab.core.library.items.NumberItem;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.types.CommandDescription;
import org.openhab.core.types.State;
import org.openhab.core.types.StateDescription;

/** A Number. With a dimension it keeps quantities, in its own unit when it is told none. */
final class HomeNumber extends NumberItem implements Described {
    /** The units that openHAB takes where the metric system is set. */
    private static final Map<String, String> DEFAULT_UNITS = Map.of(
            "Number:Temperature", "\u00b0C",
            "Number:Dimensionless", "one",
            "Number:Illuminance", "lx",
            "Number:Time", "s",
            "Number:Power", "W",
            "Number:Angle", "\u00b0");

    private final String dimensioned;
    private volatile Optional<String> unit;
    private volatile Optional<DescriptionService> descriptions = Optional.empty();

    HomeNumber(String type, String name) {
        super(name);
        this.dimensioned = type;
        this.unit = Optional.ofNullable(DEFAULT_UNITS.get(type));
    }

    /** From now on it is measured in that unit, or in the usual one of its dimension. */
    void measuredIn(Optional<String> noted) {
        if (dimensioned.contains(":")) {
            unit = noted.or(() -> Optional.ofNullable(DEFAULT_UNITS.get(dimensioned)));
        }
    }

    @Override
    public void describeBy(Optional<DescriptionService> service) {
        descriptions = service;
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
        Optional<String> now = unit;
        super.setState(
                told instanceof DecimalType && now.isPresent()
                        ? new QuantityType<>(told.toFullString() + " " + now.get())
                        : told);
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
