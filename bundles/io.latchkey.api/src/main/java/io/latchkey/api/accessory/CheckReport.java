// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import java.util.List;

/**
 * What became of an item that asked to be exposed, in words for the person who asked.
 *
 * @param item its name
 * @param becomes what it is in Home, such as {@code Lighting.OnState of Lamp}; empty when nothing
 * @param findings what is wrong or odd, with the mending
 */
public record CheckReport(String item, List<String> becomes, List<Finding> findings) {
    public CheckReport {
        becomes = List.copyOf(becomes);
        findings = List.copyOf(findings);
    }

    /**
     * Something that a person should know.
     *
     * @param isFault whether something asked for is missing in Home because of it
     * @param text what it is and how to mend it, in plain words
     */
    public record Finding(boolean isFault, String text) {}
}
