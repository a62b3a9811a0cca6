// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import io.latchkey.api.item.Item;
import io.latchkey.exposure.internal.tag.SemanticMeaning;
import io.latchkey.exposure.internal.tag.SemanticTags;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * An item that does something for a thing. Immutable.
 *
 * @param item the item
 * @param meaning what its tags say
 */
record Point(Item item, SemanticMeaning meaning) {

    /** Whether it is a point of one of these kinds; an item that is a thing and says no more may be any. */
    boolean does(Set<String> kinds) {
        return meaning.point().isEmpty() || !Collections.disjoint(meaning.point(), kinds);
    }

    /** What it is about: of tags that people added, the one of openHAB's above. */
    Optional<String> property() {
        return meaning.property().stream()
                .filter(tag -> SemanticTags.kind(tag).isPresent())
                .findFirst();
    }

    /** What its tags say, for people. */
    String text() {
        String what = meaning.point().isEmpty() ? "" : meaning.point().get(0);
        String about = property().orElse("");
        String tags = what.isEmpty() || about.isEmpty() ? what + about : what + " and " + about;
        return (tags.isEmpty() ? "" : tags + " at ") + "a " + item.valueType().text();
    }
}
