// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.Severity;
import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The examinations that are there. All begin at once; each has {@link Examination#TIME}, and one that fails, hangs or
 * answers nonsense costs its own answers and is told. Depends on nothing that may be what is broken, the store above all.
 * Safe for all threads; no method waits.
 */
@Component(service = InstalledExaminations.class)
public final class InstalledExaminations {
    private final Contributors contributors;
    private final Workers workers;
    private final Map<Examination, Known> known = new ConcurrentHashMap<>();

    /** Begins without examinations. */
    @Activate
    public InstalledExaminations(@Reference Contributors contributors, @Reference Workers workers) {
        this.contributors = contributors;
        this.workers = workers;
    }

    /** An examination has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addExamination(Examination examination) {
        Contributor contributor =
                contributors.join("examination " + examination.getClass().getName());
        CompletableFuture<String> subject = contributor
                .ask("subject", examination::subject)
                .exceptionally(failure -> contributor.name())
                .toCompletableFuture();
        known.put(examination, new Known(contributor, subject));
    }

    /** An examination has gone. */
    public void removeExamination(Examination examination) {
        Optional.ofNullable(known.remove(examination))
                .ifPresent(gone -> gone.contributor().close());
    }

    /** Whose code it is, and what it says it examines. */
    private record Known(Contributor contributor, CompletableFuture<String> subject) {}

    /** Examines these bridges; never fails, and ends shortly after {@link Examination#TIME} at the latest. */
    CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> bridges) {
        CompletableFuture<List<Diagnosis>> all = CompletableFuture.completedFuture(List.of());
        for (Map.Entry<Examination, Known> each : known.entrySet()) {
            all = all.thenCombine(begun(each.getKey(), each.getValue(), bridges), InstalledExaminations::joined);
        }
        return all;
    }

    private CompletableFuture<List<Diagnosis>> begun(
            Examination examination, Known whose, List<ExaminedBridge> bridges) {
        CompletableFuture<List<Diagnosis>> told = new CompletableFuture<>();
        whose.contributor()
                .ask("examine", () -> examination.examine(bridges))
                .thenCompose(stage -> stage)
                .thenApply(List::copyOf)
                .whenComplete((diagnoses, failure) -> {
                    if (failure == null) {
                        told.complete(diagnoses);
                    } else {
                        told.completeExceptionally(failure);
                    }
                });
        limit(told);
        return told.exceptionallyCompose(
                failure -> whose.subject().thenApply(subject -> List.of(failed(subject, failure))));
    }

    private void limit(CompletableFuture<?> told) {
        try {
            Future<?> end = workers.schedule(
                    Examination.TIME,
                    () -> told.completeExceptionally(
                            new IllegalStateException("no answer after " + Examination.TIME.toSeconds() + " seconds")));
            told.whenComplete((done, failure) -> end.cancel(false));
        } catch (RejectedExecutionException stopping) {
            told.completeExceptionally(new IllegalStateException("Latchkey is stopping"));
        }
    }

    private static Diagnosis failed(String subject, Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        return new Diagnosis(
                "examination-failed",
                Severity.MEND,
                Optional.empty(),
                "It could not be seen whether all is right with " + subject + ": " + cause.getMessage() + ".",
                "What is wrong there stays unknown.",
                "Try again in a minute. If it stays, look into the log for what is said there of this moment.");
    }

    private static List<Diagnosis> joined(List<Diagnosis> some, List<Diagnosis> more) {
        List<Diagnosis> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
