// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.console;

import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What somebody typed who knows the console of openHAB's own HomeKit add-on: runs the verb that does the same today, or
 * says plainly why there is nothing to do.
 */
final class OldWord {
    /** The words that it understands. */
    static final List<String> NAMES = List.of(
            "allowUnauthenticated",
            "clearDummyAccessories",
            "clearPairings",
            "list",
            "listDummyAccessories",
            "pruneDummyAccessories",
            "show");

    private static final String ALL = "accessories";

    private final String word;
    private final List<String> arguments;

    OldWord(String word, List<String> arguments) {
        this.word = word;
        this.arguments = arguments;
    }

    /** The answer; empty when it is none of these words. */
    Optional<VerbResult> run(Function<String, Optional<Verb>> verbs) {
        return switch (word) {
            case "list" -> verb(verbs, ALL, List.of());
            case "show" -> verb(verbs, ALL, List.of()).map(all -> rows(all, this::isMeant));
            case "clearPairings" -> verb(verbs, "reset", arguments.isEmpty() ? List.of("home") : List.of(bridge()));
            case "listDummyAccessories" ->
                verb(verbs, "absent", List.of())
                        .or(() -> verb(verbs, ALL, List.of()).map(all -> rows(all, OldWord::isAway)));
            case "pruneDummyAccessories", "clearDummyAccessories" ->
                Optional.of(VerbResult.done("An accessory whose item is missing keeps its place in Home until somebody"
                        + " takes it out: absent lists them, prune ITEM shows what would go, and prune ITEM --apply"
                        + " does it."));
            case "allowUnauthenticated" ->
                Optional.of(VerbResult.failed("There is no such switch: whoever is not paired can neither read nor"
                        + " write here, also for debugging. To look at a bridge use accessories, sessions and check."));
            default -> Optional.empty();
        };
    }

    /** The bridge that a number of an instance means today. */
    private String bridge() {
        String instance = arguments.get(0);
        if (!instance.matches("\\d+")) {
            return instance;
        }
        return instance.equals("1") ? "home" : "instance-" + instance;
    }

    private boolean isMeant(List<String> cells) {
        String part = String.join(" ", arguments).toLowerCase(Locale.ROOT);
        return cells.stream()
                .limit(3)
                .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(part));
    }

    private static boolean isAway(List<String> cells) {
        return cells.get(cells.size() - 1).equals("away");
    }

    private static Optional<VerbResult> verb(
            Function<String, Optional<Verb>> verbs, String name, List<String> arguments) {
        return verbs.apply(name).map(verb -> verb.run(arguments));
    }

    private static VerbResult rows(VerbResult all, Predicate<List<String>> wanted) {
        List<Output> outputs = all.outputs().stream()
                .map(output -> output instanceof Output.Table table
                        ? new Output.Table(
                                table.headers(),
                                table.rows().stream().filter(wanted).toList())
                        : output)
                .toList();
        return new VerbResult(all.status(), outputs);
    }
}
