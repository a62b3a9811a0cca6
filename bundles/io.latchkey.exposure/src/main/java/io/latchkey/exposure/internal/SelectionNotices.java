// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.exposure.internal.language.Selection;
import java.util.List;
import java.util.stream.Stream;

/** What people have to know of the selection of a bridge: what of it says nothing, and that it takes nothing. */
final class SelectionNotices {
    private SelectionNotices() {}

    /**
     * One sentence each.
     *
     * @param text as it is configured
     * @param isNothingTaken whether the items are there and none of them is shown
     */
    static List<String> of(String text, boolean isNothingTaken) {
        Stream<String> unknown = Selection.of(text).unknownTerms().stream()
                .map(term -> "selection: \"" + term + "\" says nothing; there are instance:2, group:NAME, tag:NAME,"
                        + " location:NAME, item:NAME and *");
        Stream<String> nothing = isNothingTaken && !text.isBlank()
                ? Stream.of("selection: \"" + text.trim() + "\" takes no item that is to be in Home")
                : Stream.empty();
        return Stream.concat(unknown, nothing).toList();
    }
}
