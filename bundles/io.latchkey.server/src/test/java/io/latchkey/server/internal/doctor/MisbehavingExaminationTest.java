// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.testing.Misbehaviour;
import io.latchkey.api.testing.Misbehaviour.Fault;
import io.latchkey.api.testing.QuickWorkers;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import io.latchkey.server.internal.fake.ServerWait;
import io.latchkey.server.internal.work.CallLanes;
import io.latchkey.server.internal.work.ContributorsComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each method of an examination with each fault: the others are heard, and the culprit is told. */
@Timeout(60)
class MisbehavingExaminationTest {
    private static final Diagnosis SOUND = Diagnosis.right("sound", "home", "All is well.");

    private final QuickWorkers workers = new QuickWorkers();
    private final CallLanes lanes = new CallLanes();
    private final InstalledExaminations examinations =
            new InstalledExaminations(new ContributorsComponent(workers, lanes), workers);

    static Stream<Arguments> everyMethodAndFault() {
        return Misbehaviour.methods(Examination.class)
                .flatMap(method -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(method, fault)));
    }

    @AfterEach
    void stop() {
        lanes.stop();
        workers.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyMethodAndFault")
    void othersAreHeard(String method, Fault fault) {
        Misbehaviour misbehaviour = new Misbehaviour(method, fault);
        examinations.addExamination(misbehaviour.in(Examination.class, new Sound()));
        examinations.addExamination(new Sound());
        List<Diagnosis> seen =
                examinations.examine(List.of()).toCompletableFuture().join();
        assertEquals(2, seen.size(), seen::toString);
        assertTrue(seen.contains(SOUND));
        boolean isTold = seen.stream().anyMatch(each -> each.code().equals("examination-failed"));
        assertEquals(method.equals("examine"), isTold, seen::toString);
        misbehaviour.letGo();
        ServerWait.until("its thread is back", () -> misbehaviour.threads() == 0);
    }

    static Stream<Supplier<CompletionStage<List<Diagnosis>>>> nonsense() {
        return Stream.of(
                () -> null,
                () -> CompletableFuture.completedFuture(null),
                () -> CompletableFuture.completedFuture(Collections.singletonList(null)),
                () -> CompletableFuture.failedFuture(new IllegalStateException("on purpose")),
                CompletableFuture::new);
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseIsTold(Supplier<CompletionStage<List<Diagnosis>>> answer) {
        examinations.addExamination(new Examination() {
            @Override
            public String subject() {
                return "nonsense";
            }

            @Override
            public CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> bridges) {
                return answer.get();
            }
        });
        List<Diagnosis> seen =
                examinations.examine(List.of()).toCompletableFuture().join();
        assertEquals(
                List.of("examination-failed"),
                seen.stream().map(Diagnosis::code).toList());
        assertTrue(seen.get(0).seen().contains("nonsense"), seen::toString);
    }

    @Test
    void verbTellsWhatWasSeenAndRefusesWhatItDoesNotKnow() {
        examinations.addExamination(new Sound());
        DoctorVerb verb = new DoctorVerb(examinations);
        VerbResult none = verb.run(List.of());
        assertEquals(2, none.status());
        assertTrue(((Output.Text) none.outputs().get(0)).text().contains("[no-bridge]"));
        VerbResult json = verb.run(List.of("--json"));
        assertTrue(((Output.Text) json.outputs().get(0)).text().startsWith("{\"status\":2,\"findings\":["));
        assertEquals(1, verb.run(List.of("--html")).status());
        assertEquals(1, verb.run(List.of("home", "attic")).status());
        assertEquals(List.of("--json"), verb.complete(List.of("")));
        assertEquals(List.of(), verb.complete(List.of("--json", "")));
    }

    private record Sound() implements Examination {
        @Override
        public String subject() {
            return "all";
        }

        @Override
        public CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> bridges) {
            return CompletableFuture.completedFuture(List.of(SOUND));
        }
    }
}
