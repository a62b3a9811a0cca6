// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.library.types;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openhab.core.types.Command;
import org.openhab.core.types.ComplexType;
import org.openhab.core.types.PrimitiveType;
import org.openhab.core.types.State;

/** A colour; as a number its brightness. */
public class HSBType extends PercentType implements ComplexType, State, Command {
    private static final long serialVersionUID = 1L;
    protected BigDecimal hue;
    protected BigDecimal saturation;

    public HSBType(DecimalType hue, PercentType saturation, PercentType brightness) {
        super(brightness.toBigDecimal());
        this.hue = hue.toBigDecimal();
        this.saturation = saturation.toBigDecimal();
    }

    public HSBType(String value) {
        this(value.split(",", 3));
    }

    private HSBType(String[] parts) {
        this(new DecimalType(parts[0].trim()), new PercentType(parts[1].trim()), new PercentType(parts[2].trim()));
    }

    public static HSBType valueOf(String value) {
        return new HSBType(value);
    }

    public DecimalType getHue() {
        return new DecimalType(hue);
    }

    public PercentType getSaturation() {
        return new PercentType(saturation);
    }

    public PercentType getBrightness() {
        return new PercentType(value);
    }

    @Override
    public SortedMap<String, PrimitiveType> getConstituents() {
        return new TreeMap<>(Map.of("h", getHue(), "s", getSaturation(), "b", getBrightness()));
    }

    @Override
    public String toFullString() {
        return getHue() + "," + getSaturation() + "," + getBrightness();
    }

    @Override
    public int hashCode() {
        return toFullString().hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HSBType colour
                && super.equals(other)
                && hue.compareTo(colour.hue) == 0
                && saturation.compareTo(colour.saturation) == 0;
    }
}
