// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.concurrent.ContributorFailure;
import io.latchkey.api.testing.Misbehaviour;
import io.latchkey.api.testing.Misbehaviour.Fault;
import io.latchkey.api.testing.QuickWorkers;
import io.latchkey.server.internal.fake.ServerWait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one contributor that hangs or throws costs, and whom. */
@Timeout(60)
class ContributorsComponentTest {
    private static final String CALL = "call";
    /** Three seconds of a machine that may be busy. */
    private static final Duration A_MINUTE_OF_THIS_CLOCK = Duration.ofMinutes(1);

    private final QuickWorkers workers = new QuickWorkers();
    private final CallLanes lanes = new CallLanes();
    private final ContributorsComponent contributors = new ContributorsComponent(workers, lanes);
    private final Misbehaviour misbehaviour = new Misbehaviour(CALL, Fault.BLOCKS);

    @AfterEach
    void stop() {
        misbehaviour.letGo();
        lanes.stop();
        workers.close();
    }

    private String hang() {
        misbehaviour.at(CALL);
        return "never";
    }

    @Test
    void tenThatHangLeaveThreadsToTheOthers() throws Exception {
        for (int number = 0; number < 10; number++) {
            Contributor hanging = contributors.join("hanging " + number);
            hanging.ask(CALL, this::hang);
            hanging.ask(CALL, this::hang);
        }
        Contributor sound = contributors.join("sound");
        CompletableFuture<String> answer =
                sound.ask(CALL, A_MINUTE_OF_THIS_CLOCK, () -> "well").toCompletableFuture();
        assertEquals("well", answer.get(5, TimeUnit.SECONDS));
        misbehaviour.letGo();
        ServerWait.until(
                "all are back",
                () -> misbehaviour.threads() == 0 && lanes.watch().threads() == 0);
    }

    @Test
    void oneThatHangsIsNotCalledAndComesBack() throws Exception {
        Contributor hanging = contributors.join("hanging");
        AtomicInteger changes = new AtomicInteger();
        hanging.onChange(changes::incrementAndGet);
        CompletableFuture<String> asked = hanging.ask(CALL, this::hang).toCompletableFuture();
        assertTrue(
                assertThrows(ExecutionException.class, () -> asked.get(5, TimeUnit.SECONDS))
                                .getCause()
                        instanceof ContributorException);
        ServerWait.until("it is left out", hanging::isLeftOut);
        assertEquals("otherwise", hanging.get(CALL, () -> "called", "otherwise"));
        assertThrows(ContributorException.class, () -> hanging.require(CALL, () -> "called"));
        assertEquals(
                List.of(new ContributorFailure("hanging", CALL, "hasn't returned for 3 s")), contributors.failures());
        misbehaviour.letGo();
        ServerWait.until("it is back", () -> !hanging.isLeftOut());
        assertEquals("called", hanging.get(CALL, () -> "called", "otherwise"));
        ServerWait.until("both changes are told", () -> changes.get() == 2);
    }

    @Test
    void aFewThreadsAtMostAreHeld() {
        Contributor hanging = contributors.join("hanging");
        for (int call = 0; call < 20; call++) {
            hanging.ask(CALL, this::hang);
        }
        ServerWait.until("it is left out", hanging::isLeftOut);
        assertEquals(4, misbehaviour.threads());
        assertTrue(hanging.ask(CALL, this::hang).toCompletableFuture().isCompletedExceptionally());
        assertEquals(4, misbehaviour.calls());
    }

    @Test
    void ofCallsWithinCallsTheInnermostIsToBlame() {
        Contributor outer = contributors.join("outer");
        Contributor inner = contributors.join("inner");
        outer.ask("outside", () -> inner.get(CALL, this::hang, "otherwise"));
        ServerWait.until("the inner one is left out", inner::isLeftOut);
        assertFalse(outer.isLeftOut());
        assertEquals("called", outer.get("outside", () -> "called", "otherwise"));
        List<CompletableFuture<String>> more = new ArrayList<>();
        for (int call = 0; call < 8; call++) {
            more.add(outer.ask("outside", () -> inner.get(CALL, this::hang, "otherwise"))
                    .toCompletableFuture());
        }
        ServerWait.until("the outer one goes on", () -> more.stream().allMatch(CompletableFuture::isDone));
    }

    @Test
    void whatGivesNullFails() {
        Contributor contributor = contributors.join("careless");
        assertEquals("otherwise", contributor.get(CALL, () -> null, "otherwise"));
        assertTrue(contributors.failures().get(0).what().contains("it gives null"));
    }

    @Test
    void whoHasLeftIsNotTold() {
        Contributor contributor = contributors.join("gone");
        contributor.get(CALL, () -> null, "otherwise");
        contributor.close();
        assertEquals(List.of(), contributors.failures());
        assertEquals("otherwise", contributor.get(CALL, () -> "called", "otherwise"));
    }

    @Test
    void aProcessThatStoodStillBlamesNobody() {
        CallWatch watch = new CallWatch();
        AtomicInteger overdue = new AtomicInteger();
        RunningCall call = watch.begin(new Counting(overdue), CALL, 3);
        watch.look();
        watch.look();
        assertEquals(0, overdue.get(), "only looks count, not the time between them");
        watch.look();
        watch.look();
        assertEquals(1, overdue.get());
        watch.end(call);
        assertEquals(0, overdue.get());
        assertEquals(0, watch.threads());
    }

    private record Counting(AtomicInteger overdue) implements RunningCall.Caller {
        @Override
        public Object contributor() {
            return "counted";
        }

        @Override
        public void overdue(RunningCall call) {
            overdue.incrementAndGet();
        }

        @Override
        public void returned(RunningCall call) {
            overdue.decrementAndGet();
        }
    }
}
