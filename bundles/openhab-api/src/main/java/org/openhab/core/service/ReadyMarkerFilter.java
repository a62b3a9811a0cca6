// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.service;

/** Which markers a tracker wants; each refinement is another filter. */
public final class ReadyMarkerFilter {
    private final String type;
    private final String identifier;

    public ReadyMarkerFilter() {
        this(null, null);
    }

    private ReadyMarkerFilter(String type, String identifier) {
        this.type = type;
        this.identifier = identifier;
    }

    public boolean apply(ReadyMarker marker) {
        return (type == null || type.equals(marker.getType()))
                && (identifier == null || identifier.equals(marker.getIdentifier()));
    }

    public ReadyMarkerFilter withType(String wanted) {
        return new ReadyMarkerFilter(wanted, identifier);
    }

    public ReadyMarkerFilter withIdentifier(String wanted) {
        return new ReadyMarkerFilter(type, wanted);
    }
}
