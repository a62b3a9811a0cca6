// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What a person has typed behind the verb.
 *
 * @param bridge the bridge that is meant, if one is named
 * @param from the storage of the old bridge: {@code homekit} for the first one, {@code homekit1} for the second
 * @param deed what is to be done
 */
record TakeoverArguments(Optional<String> bridge, String from, Deed deed) {
    private static final String FIRST = "homekit";

    /** What is to be done. */
    enum Deed {
        /** Only tell what would be done. */
        SHOW,
        /** Take over. */
        APPLY,
        /** Undo it. */
        ROLLBACK
    }

    /** Reads it; empty when it makes no sense. */
    static Optional<TakeoverArguments> of(List<String> arguments) {
        TakeoverArguments order = new TakeoverArguments(Optional.empty(), FIRST, Deed.SHOW);
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            Optional<TakeoverArguments> next = order.with(words.next(), words);
            if (next.isEmpty()) {
                return next;
            }
            order = next.get();
        }
        return Optional.of(order);
    }

    /** Which of the old add-on's bridges it is: 0 for the first; empty when it has no such storage. */
    Optional<Integer> instance() {
        return from.equals(FIRST)
                ? Optional.of(0)
                : Optional.of(from)
                        .filter(name -> name.matches(FIRST + "[1-9]\\d?"))
                        .map(name -> Integer.valueOf(name.substring(FIRST.length())));
    }

    private Optional<TakeoverArguments> with(String word, Iterator<String> further) {
        return switch (word) {
            case "--apply" -> deed(Deed.APPLY);
            case "--rollback" -> deed(Deed.ROLLBACK);
            case "--bridge" ->
                further.hasNext()
                        ? Optional.of(new TakeoverArguments(Optional.of(further.next()), from, deed))
                        : Optional.empty();
            case "--from" ->
                further.hasNext() ? Optional.of(new TakeoverArguments(bridge, further.next(), deed)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<TakeoverArguments> deed(Deed other) {
        return deed == Deed.SHOW ? Optional.of(new TakeoverArguments(bridge, from, other)) : Optional.empty();
    }
}
