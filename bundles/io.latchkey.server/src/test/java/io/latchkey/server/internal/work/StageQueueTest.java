// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** One after the other, whatever becomes of each. */
class StageQueueTest {
    private final List<String> begun = new ArrayList<>();
    private final Deque<CompletableFuture<String>> stages = new ArrayDeque<>();
    private boolean full;
    private final Executor executor = task -> {
        if (full) {
            throw new RejectedExecutionException("full");
        }
        task.run();
    };
    private final StageQueue queue = new StageQueue(executor);

    private CompletionStage<String> add(String name) {
        return queue.add(() -> {
            begun.add(name);
            CompletableFuture<String> stage = new CompletableFuture<>();
            stages.add(stage);
            return stage;
        });
    }

    @Test
    void theNextBeginsWhenTheOneBeforeHasEnded() {
        CompletableFuture<String> one = add("one").toCompletableFuture();
        CompletableFuture<String> two = add("two").toCompletableFuture();
        assertEquals(List.of("one"), begun);
        stages.remove().complete("1");
        assertEquals("1", one.join());
        assertEquals(List.of("one", "two"), begun);
        stages.remove().completeExceptionally(new IllegalStateException("no"));
        assertTrue(two.isCompletedExceptionally());
        assertTrue(queue.isIdle());
    }

    @Test
    void aTaskThatThrowsHoldsUpNobody() {
        CompletableFuture<Object> thrown = queue.add(() -> {
                    throw new IllegalStateException("no");
                })
                .toCompletableFuture();
        assertTrue(thrown.isCompletedExceptionally());
        add("next");
        assertEquals(List.of("next"), begun);
    }

    @Test
    void whatFindsNoThreadIsRefused() {
        full = true;
        assertThrows(RejectedExecutionException.class, () -> add("one"));
        full = false;
        add("two");
        CompletableFuture<String> three = add("three").toCompletableFuture();
        full = true;
        stages.remove().complete("2");
        assertTrue(three.isCompletedExceptionally());
        assertTrue(queue.isIdle());
        full = false;
        add("four");
        assertEquals(List.of("two", "four"), begun);
    }

    @Test
    void theQueueIsBounded() {
        add("first");
        assertThrows(RejectedExecutionException.class, () -> {
            for (int each = 0; each < 1000; each++) {
                add("more");
            }
        });
        assertFalse(queue.isIdle());
    }
}
