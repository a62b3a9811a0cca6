// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.HapStatusException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

/** What a home shows and what its items were told, as expectations write it. */
final class HomeReading {
    private static final Pattern NO_FRACTION = Pattern.compile("\\.0(?=,|$)");

    private HomeReading() {}

    /** What a characteristic shows: a value, or the status with which it answers instead. */
    static String text(Characteristic shown) {
        if (shown.reader().isEmpty()) {
            return "";
        }
        try {
            return ValueTexts.text(
                    shown.reader().orElseThrow().get().toCompletableFuture().join());
        } catch (CompletionException failed) {
            return ((HapStatusException) failed.getCause()).status().name();
        }
    }

    /** The commands so far, as {@code Item COMMAND}. */
    static List<String> commands(FakeItemRegistry items) {
        return items.commands.stream()
                .map(command -> command.substring(0, command.indexOf(" from ")))
                .map(command -> NO_FRACTION.matcher(command).replaceAll(""))
                .toList();
    }
}
