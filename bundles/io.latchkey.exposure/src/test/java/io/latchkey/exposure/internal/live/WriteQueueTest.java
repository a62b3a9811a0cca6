// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.testing.ManualWorkers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Writes that wait for their turn: in order, in time, each with an answer. */
class WriteQueueTest {
    private final ManualWorkers clock = new ManualWorkers();
    private final Queue<Supplier<List<Runnable>>> busy = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private final WriteQueue writes = new WriteQueue(new InlineContributors().join("type"), clock::nanoTime, busy::add);

    @Test
    void whoeverIsFirstDoesAllInTheOrderInWhichTheyCame() {
        List<CompletableFuture<Value>> answers = List.of(write("one"), write("two"), write("three"));
        turn(busy.remove());
        assertEquals(List.of("one", "two", "three"), sent);
        answers.forEach(answer -> assertEquals(Value.NULL, answer.join()));
        busy.forEach(WriteQueueTest::turn);
        assertEquals(3, sent.size(), "each is done once");
    }

    @Test
    void oneThatIsTooLateIsAnsweredAndNotSent() {
        CompletableFuture<Value> late = write("late");
        clock.pass(WriteQueue.LATEST.plusMillis(1));
        CompletableFuture<Value> timely = write("timely");
        assertFalse(late.isDone());
        turns();
        assertEquals(List.of("timely"), sent);
        assertEquals(HapStatus.TIMED_OUT, refused(late));
        assertEquals(Value.NULL, timely.join());
    }

    @Test
    void oneWhoseSendingIsTooLateIsNotSent() {
        CompletableFuture<Value> late = write("late");
        List<Runnable> commands = busy.remove().get();
        clock.pass(WriteQueue.LATEST.plusMillis(1));
        commands.forEach(Runnable::run);
        assertEquals(List.of(), sent);
        assertEquals(HapStatus.TIMED_OUT, refused(late));
    }

    @Test
    void oneInTimeIsSent() {
        CompletableFuture<Value> timely = write("timely");
        clock.pass(WriteQueue.LATEST);
        turns();
        assertEquals(List.of("timely"), sent);
        assertEquals(Value.NULL, timely.join());
    }

    @Test
    void oneThatFailsTakesNoOtherAlong() {
        write("before");
        CompletableFuture<Value> told = failing(new ContributorException("it fails", null));
        CompletableFuture<Value> bug = failing(new IllegalStateException("wanted"));
        CompletableFuture<Value> error = failing(new StackOverflowError("wanted"));
        CompletableFuture<Value> unsent = new CompletableFuture<>();
        writes.add(
                "call",
                unsent,
                () -> List.of(() -> {
                    throw new IllegalStateException("wanted");
                }));
        write("after");
        turns();
        assertEquals(List.of("before", "after"), sent);
        assertEquals(HapStatus.TIMED_OUT, refused(told));
        assertEquals(HapStatus.UNABLE_TO_COMMUNICATE, refused(bug));
        assertEquals(HapStatus.UNABLE_TO_COMMUNICATE, refused(error));
        assertEquals(HapStatus.UNABLE_TO_COMMUNICATE, refused(unsent));
    }

    @Test
    void oneThatWasAnsweredIsNotSent() {
        CompletableFuture<Value> answered = write("answered");
        answered.complete(Value.NULL);
        turns();
        assertEquals(List.of(), sent);
    }

    @Test
    void ofVeryManyTheOldestIsRefused() {
        CompletableFuture<Value> oldest = write("oldest");
        for (int number = 0; number < WriteQueue.MOST; number++) {
            write("newer");
        }
        assertEquals(HapStatus.TIMED_OUT, refused(oldest));
        turns();
        assertEquals(WriteQueue.MOST, sent.size());
        assertFalse(sent.contains("oldest"));
    }

    @Test
    void whatWaitsIsRefusedWhenTheAccessoryIsReplaced() {
        CompletableFuture<Value> waiting = write("waiting");
        writes.close();
        turns();
        assertEquals(List.of(), sent);
        assertEquals(HapStatus.UNABLE_TO_COMMUNICATE, refused(waiting));
    }

    private CompletableFuture<Value> write(String name) {
        CompletableFuture<Value> answer = new CompletableFuture<>();
        writes.add(
                "call",
                answer,
                () -> List.of(() -> {
                    sent.add(name);
                    answer.complete(Value.NULL);
                }));
        return answer;
    }

    private CompletableFuture<Value> failing(Throwable failure) {
        CompletableFuture<Value> answer = new CompletableFuture<>();
        writes.add("call", answer, () -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        });
        return answer;
    }

    private void turns() {
        while (!busy.isEmpty()) {
            turn(busy.remove());
        }
    }

    private static void turn(Supplier<List<Runnable>> task) {
        task.get().forEach(Runnable::run);
    }

    private static HapStatus refused(CompletableFuture<Value> answer) {
        CompletionException failure = assertThrows(
                CompletionException.class,
                () -> answer.orTimeout(Duration.ofSeconds(5).toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
                        .join());
        return ((HapStatusException) failure.getCause()).status();
    }
}
