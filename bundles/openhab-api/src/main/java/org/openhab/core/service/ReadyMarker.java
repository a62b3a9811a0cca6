// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.service;

/** Something that is ready. */
public final class ReadyMarker {
    private final String type;
    private final String identifier;

    public ReadyMarker(String type, String identifier) {
        this.type = type;
        this.identifier = identifier;
    }

    public String getType() {
        return type;
    }

    public String getIdentifier() {
        return identifier;
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + identifier.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadyMarker marker && type.equals(marker.type) && identifier.equals(marker.identifier);
    }

    @Override
    public String toString() {
        return type + "=" + identifier;
    }
}
