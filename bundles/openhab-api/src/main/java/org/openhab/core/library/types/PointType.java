// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.library.types;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openhab.core.types.Command;
import org.openhab.core.types.ComplexType;
import org.openhab.core.types.PrimitiveType;
import org.openhab.core.types.State;

/** A place on earth. */
public class PointType implements ComplexType, Command, State {
    private final DecimalType latitude;
    private final DecimalType longitude;
    private final DecimalType altitude;

    public PointType(DecimalType latitude, DecimalType longitude) {
        this(latitude, longitude, DecimalType.ZERO);
    }

    public PointType(DecimalType latitude, DecimalType longitude, DecimalType altitude) {
        this.latitude = latitude;
        this.longitude = longitude;
        this.altitude = altitude;
    }

    public DecimalType getLatitude() {
        return latitude;
    }

    public DecimalType getLongitude() {
        return longitude;
    }

    public DecimalType getAltitude() {
        return altitude;
    }

    @Override
    public SortedMap<String, PrimitiveType> getConstituents() {
        return new TreeMap<>(Map.of("lat", latitude, "long", longitude, "alt", altitude));
    }

    @Override
    public String format(String pattern) {
        return String.format(pattern, latitude, longitude, altitude);
    }

    @Override
    public String toFullString() {
        return altitude.equals(DecimalType.ZERO)
                ? latitude + "," + longitude
                : latitude + "," + longitude + "," + altitude;
    }

    @Override
    public String toString() {
        return toFullString();
    }

    @Override
    public int hashCode() {
        return toFullString().hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PointType && toFullString().equals(((PointType) other).toFullString());
    }
}
