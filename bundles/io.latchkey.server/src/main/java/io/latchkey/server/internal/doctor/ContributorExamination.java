// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.Severity;
import io.latchkey.api.concurrent.ContributorFailure;
import io.latchkey.api.concurrent.Contributors;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks who fails or doesn't return of those whose code bridges call: types, providers, registries. Waits for nothing. */
@Component(service = Examination.class)
public final class ContributorExamination implements Examination {
    private static final int MOST = 10;

    private final Contributors contributors;

    /** Looks at what was noted of these. */
    @Activate
    public ContributorExamination(@Reference Contributors contributors) {
        this.contributors = contributors;
    }

    @Override
    public String subject() {
        return "the bundles that contribute";
    }

    @Override
    public CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> bridges) {
        List<ContributorFailure> failures = contributors.failures();
        return CompletableFuture.completedFuture(failures.isEmpty() ? List.of() : List.of(failing(failures)));
    }

    private static Diagnosis failing(List<ContributorFailure> failures) {
        return new Diagnosis(
                "contributor-fails",
                Severity.MEND,
                Optional.empty(),
                "Code of others fails or doesn't return: "
                        + failures.stream()
                                .limit(MOST)
                                .map(each -> each.contributor() + " in " + each.call() + " (" + each.what() + ")")
                                .collect(Collectors.joining("; "))
                        + (failures.size() > MOST ? "; and others." : "."),
                "What it contributes keeps its place in Home and answers \"No Response\", or shows old states.",
                "Update or restart the bundle that it belongs to, and look into the log for what it says there. For an item"
                        + " registry, look at the platform it belongs to. latchkey:check lists them, too.");
    }
}
