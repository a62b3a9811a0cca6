// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.addon;

/** The kind of an add-on. */
public class AddonType {
    public static final AddonType MISC = new AddonType("misc", "Misc");

    private final String id;
    private final String label;

    public AddonType(String id, String label) {
        this.id = id;
        this.label = label;
    }

    public String getId() {
        return id;
    }

    public String getLabel() {
        return label;
    }
}
