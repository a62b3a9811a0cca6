// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.check;

import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.item.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an item is on one bridge, and why not. Immutable.
 *
 * @param host the name of its host
 * @param item the item as it is at the moment
 * @param bridge the id of the bridge; empty when none takes the item
 * @param becomes what it is in Home; empty when nothing
 * @param findings what is wrong or odd, with the mending
 */
public record ItemVerdict(
        String host, Item item, Optional<String> bridge, List<String> becomes, List<CheckReport.Finding> findings) {
    public ItemVerdict {
        becomes = List.copyOf(becomes);
        findings = List.copyOf(findings);
    }

    /** The same with what its host finds odd about it. */
    public ItemVerdict remarked(String remark) {
        List<CheckReport.Finding> all = new ArrayList<>(findings);
        all.add(new CheckReport.Finding(false, "Its host " + host + " says: " + remark + "."));
        return new ItemVerdict(host, item, bridge, becomes, all);
    }

    /** How it stands, the worst first. */
    public enum Standing {
        /** Something that was asked for is missing in Home. */
        FAULT,
        /** Something is odd, but works. */
        NOTE,
        /** All that was asked for is there. */
        FINE;

        private final String text = name().toLowerCase(Locale.ROOT);

        /** The word that people see. */
        public String text() {
            return text;
        }
    }

    /** How it stands with the item on that bridge. */
    public Standing standing() {
        if (findings.stream().anyMatch(CheckReport.Finding::isFault)) {
            return Standing.FAULT;
        }
        return findings.isEmpty() ? Standing.FINE : Standing.NOTE;
    }
}
