// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import io.latchkey.api.concurrent.ContributorFailure;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is told of contributors that throw or don't return. Whoever calls them tells it, because he knows which accessories
 * they serve.
 */
public final class ContributorDiagnosis {
    private static final int MOST_FAILURES = 10;
    private static final int MOST_ACCESSORIES = 10;

    private ContributorDiagnosis() {}

    /**
     * The diagnosis.
     *
     * @param failures of those contributors
     * @param accessories the names of those that a contributor serves, by its name
     * @return empty when nobody fails
     */
    public static Optional<Diagnosis> of(
            List<ContributorFailure> failures, Function<String, Collection<String>> accessories) {
        if (failures.isEmpty()) {
            return Optional.empty();
        }
        String seen = failures.stream()
                .limit(MOST_FAILURES)
                .map(each -> text(each, accessories.apply(each.contributor())))
                .collect(Collectors.joining("; "));
        return Optional.of(new Diagnosis(
                "contributor-fails",
                Severity.MEND,
                Optional.empty(),
                "Code of others fails or doesn't return: " + seen
                        + (failures.size() > MOST_FAILURES ? "; and others." : "."),
                "What it contributes keeps its place in Home and answers \"No Response\", or shows old states.",
                "Update or restart the bundle that it belongs to, and look into the log for what it says there. For an item"
                        + " registry, look at the platform it belongs to. latchkey:check lists them, too."));
    }

    private static String text(ContributorFailure failure, Collection<String> accessories) {
        String what = failure.contributor() + " in " + failure.call() + " (" + failure.what() + ")";
        if (accessories.isEmpty()) {
            return what;
        }
        return what + ", from which suffer: "
                + accessories.stream()
                        .sorted()
                        .distinct()
                        .limit(MOST_ACCESSORIES)
                        .collect(Collectors.joining(", "))
                + (accessories.stream().distinct().count() > MOST_ACCESSORIES ? " and others" : "");
    }
}
