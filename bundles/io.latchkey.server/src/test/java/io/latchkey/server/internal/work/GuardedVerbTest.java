// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.concurrent.ContributorFailure;
import io.latchkey.api.testing.Misbehaviour;
import io.latchkey.api.testing.Misbehaviour.Fault;
import io.latchkey.api.testing.QuickWorkers;
import io.latchkey.api.verb.GuardedVerb;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.server.internal.fake.ServerWait;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each method of a verb with each fault: the console has an answer, the culprit is named, its thread comes back. */
@Timeout(60)
class GuardedVerbTest {
    private static final Set<String> DESCRIPTION = Set.of("name", "description", "usage");

    private final QuickWorkers workers = new QuickWorkers();
    private final CallLanes lanes = new CallLanes();
    private final ContributorsComponent contributors = new ContributorsComponent(workers, lanes);

    static Stream<Arguments> everyMethodAndFault() {
        return Misbehaviour.methods(Verb.class)
                .flatMap(method -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(method, fault)));
    }

    @AfterEach
    void stop() {
        lanes.stop();
        workers.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyMethodAndFault")
    void theConsoleGoesOn(String method, Fault fault) throws Exception {
        Misbehaviour misbehaviour = new Misbehaviour(method, fault);
        CompletableFuture<GuardedVerb> described = GuardedVerb.describe(
                        misbehaviour.in(Verb.class, new Greet()), contributors)
                .toCompletableFuture();
        ServerWait.until("the verb has described itself or failed", described::isDone);
        assertEquals(DESCRIPTION.contains(method), described.isCompletedExceptionally());
        if (!described.isCompletedExceptionally()) {
            VerbResult result = described.get().run(List.of());
            assertEquals(method.equals("run") ? 1 : 0, result.status());
            List<String> candidates = described.get().complete(List.of(""));
            assertEquals(method.equals("complete") ? List.of() : List.of("you"), candidates);
        }
        ServerWait.until("the culprit is named", () -> isNamed(method));
        GuardedVerb sound = GuardedVerb.describe(new Greet(), contributors)
                .toCompletableFuture()
                .get(1, TimeUnit.SECONDS);
        assertEquals(0, sound.run(List.of()).status());
        misbehaviour.letGo();
        ServerWait.until("its thread is back", () -> misbehaviour.threads() == 0);
    }

    private boolean isNamed(String method) {
        assertTrue(contributors.failures().stream()
                .map(ContributorFailure::contributor)
                .allMatch(name -> name.startsWith("verb ")));
        return contributors.failures().stream().map(ContributorFailure::call).anyMatch(method::equals);
    }

    private record Greet() implements Verb {
        @Override
        public String name() {
            return "greet";
        }

        @Override
        public String description() {
            return "Greets.";
        }

        @Override
        public String usage() {
            return "WHOM";
        }

        @Override
        public List<String> complete(List<String> arguments) {
            return List.of("you");
        }

        @Override
        public VerbResult run(List<String> arguments) {
            return VerbResult.done("Good morning.");
        }
    }
}
