// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import java.util.List;
import java.util.Optional;

/**
 * What people have to know of whom a bridge trusts.
 *
 * @param isLocked whether so many wrong setup codes came that nobody can pair
 * @param loss what was missing in its store when it started, until somebody has paired it since
 * @param refused the controllers that wanted to be verified and weren't, the latest last
 */
public record TrustReport(boolean isLocked, Optional<Loss> loss, List<RefusedController> refused) {

    /** Keeps a copy. */
    public TrustReport {
        refused = List.copyOf(refused);
    }

    /** What was missing. */
    public enum Loss {
        /** Its identity, so that it is a new bridge. */
        IDENTITY("the identity of the bridge was lost, so it is a new one that nobody is paired with:"
                + " remove it from Home and pair it anew"),
        /** An administrator among its pairings, so that they were of no use and are removed. */
        ADMINISTRATOR("there was no administrator among the pairings, so they are removed:"
                + " remove the bridge from Home and pair it anew");

        private final String text;

        Loss(String text) {
            this.text = text;
        }

        /** For people. */
        public String text() {
            return text;
        }
    }
}
