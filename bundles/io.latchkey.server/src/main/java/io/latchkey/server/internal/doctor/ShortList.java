// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a sentence tells of many: the first ten, and that there are others. Stateless. */
final class ShortList {
    private static final int MOST = 10;

    private ShortList() {}

    /** Words for them, separated so. */
    static <T> String of(List<T> all, String separator, Function<T, String> words) {
        return all.stream().limit(MOST).map(words).collect(Collectors.joining(separator))
                + (all.size() > MOST ? separator + "and others" : "");
    }
}
