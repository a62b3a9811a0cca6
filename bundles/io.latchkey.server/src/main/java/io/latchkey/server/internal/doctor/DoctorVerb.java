// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import io.latchkey.server.internal.bridge.ExaminedBridges;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * {@code doctor}: what is right and what isn't with each bridge, why that matters and what to do. Its status is 1 when
 * there is something to mend, 2 when nobody can pair with a bridge or connect to it. It is there even when bridges can't
 * be, because another process holds their store for one. Waits on the thread of a console, ten seconds at most.
 */
@Component(service = Verb.class)
public final class DoctorVerb implements Verb {
    private static final String JSON = "--json";
    private static final Duration PATIENCE = Duration.ofMillis(9_500);

    private final InstalledExaminations examinations;
    private volatile Optional<ExaminedBridges> bridges = Optional.empty();

    /** Asks these examinations. */
    @Activate
    public DoctorVerb(@Reference InstalledExaminations examinations) {
        this.examinations = examinations;
    }

    /** Bridges can run. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setBridges(ExaminedBridges those) {
        bridges = Optional.of(those);
    }

    /** Bridges can't run any more. */
    void unsetBridges(ExaminedBridges those) {
        if (bridges.equals(Optional.of(those))) {
            bridges = Optional.empty();
        }
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String description() {
        return "Says what is right and what isn't with one or all bridges, and what to do";
    }

    @Override
    public String usage() {
        return "[BRIDGE] [" + JSON + "]";
    }

    @Override
    public List<String> complete(List<String> arguments) {
        List<String> typed = arguments.subList(0, Math.max(0, arguments.size() - 1));
        Stream<String> ids = typed.stream().anyMatch(word -> !word.equals(JSON))
                ? Stream.empty()
                : all().stream().map(ExaminedBridge::id);
        return Stream.concat(ids, typed.contains(JSON) ? Stream.empty() : Stream.of(JSON))
                .toList();
    }

    @Override
    public VerbResult run(List<String> arguments) {
        List<String> names =
                arguments.stream().filter(word -> !word.equals(JSON)).toList();
        if (names.size() > 1 || names.stream().anyMatch(name -> name.startsWith("-"))) {
            return VerbResult.failed("Usage: " + name() + " " + usage());
        }
        List<ExaminedBridge> meant = all().stream()
                .filter(bridge -> names.isEmpty() || bridge.id().equals(names.get(0)))
                .toList();
        if (meant.isEmpty() && !names.isEmpty() && bridges.isPresent()) {
            return VerbResult.failed("There is no bridge " + names.get(0) + ": see bridges");
        }
        return awaited(examinations.examine(meant))
                .map(seen -> result(new DoctorReport(meant, seen), arguments.contains(JSON)))
                .orElseGet(() -> VerbResult.failed("Nothing could be seen in time: try again"));
    }

    private static VerbResult result(DoctorReport report, boolean json) {
        return new VerbResult(report.status(), List.of(new Output.Text(json ? report.json() : report.text())));
    }

    private List<ExaminedBridge> all() {
        return bridges.map(ExaminedBridges::examined).orElse(List.of());
    }

    private static Optional<List<Diagnosis>> awaited(CompletionStage<List<Diagnosis>> seen) {
        try {
            return Optional.of(seen.toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException late) {
            return Optional.empty();
        }
    }
}
