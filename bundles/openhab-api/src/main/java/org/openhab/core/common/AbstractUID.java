// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.common;

import java.util.List;

/** An identifier made of segments. */
public abstract class AbstractUID {
    private final List<String> segments;

    protected AbstractUID(String... segments) {
        this.segments = List.of(segments);
    }

    protected abstract int getMinimalNumberOfSegments();

    protected List<String> getAllSegments() {
        return segments;
    }

    protected String getSegment(int segment) {
        return segments.get(segment);
    }

    public String getAsString() {
        return String.join(":", segments);
    }

    @Override
    public String toString() {
        return getAsString();
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other != null && other.getClass() == getClass() && ((AbstractUID) other).segments.equals(segments);
    }
}
