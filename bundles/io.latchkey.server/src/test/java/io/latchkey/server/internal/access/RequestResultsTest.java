// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Value;
import io.latchkey.server.internal.fake.InlineWorkers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Results of a request that come in any order, late or never. */
class RequestResultsTest {
    private final InlineWorkers workers = new InlineWorkers();
    private final List<List<Result>> answers = new ArrayList<>();

    private RequestResults gathering(int size) {
        return new RequestResults(size, workers, Duration.ofSeconds(5), answers::add);
    }

    @Test
    void theAnswerComesOnceWithTheLastResult() {
        RequestResults gathering = gathering(2);
        gathering.begun();
        gathering.put(1, Result.of(Value.of(2L)));
        gathering.put(1, Result.of(Value.of(3L)));
        assertEquals(List.of(), answers);
        gathering.put(0, Result.DONE);
        assertEquals(List.of(List.of(Result.DONE, Result.of(Value.of(2L)))), answers);
        assertEquals(0, workers.pending());
        workers.pass(Duration.ofSeconds(10));
        assertEquals(1, answers.size());
    }

    @Test
    void nothingIsAnsweredBeforeAllIsUnderWay() {
        RequestResults gathering = gathering(1);
        gathering.put(0, Result.DONE);
        assertEquals(List.of(), answers);
        gathering.begun();
        assertEquals(1, answers.size());
    }

    @Test
    void anEmptyRequestIsAnsweredAtOnce() {
        gathering(0).begun();
        assertEquals(List.of(List.of()), answers);
    }

    @Test
    void whatIsLateHasTimedOut() {
        RequestResults gathering = gathering(2);
        gathering.begun();
        gathering.put(0, Result.DONE);
        assertTrue(gathering.isWaitingFor(1));
        workers.pass(Duration.ofSeconds(5));
        assertFalse(gathering.isWaitingFor(1));
        gathering.put(1, Result.DONE);
        assertEquals(List.of(List.of(Result.DONE, Result.failed(HapStatus.TIMED_OUT))), answers);
    }

    @Test
    void failuresSayWhatTheyMay() {
        HapStatusException told = new HapStatusException(HapStatus.BUSY, "later");
        assertEquals(Result.failed(HapStatus.BUSY), Result.of(told));
        assertEquals(Result.failed(HapStatus.BUSY), Result.of(new CompletionException(told)));
        assertEquals(Result.failed(HapStatus.UNABLE_TO_COMMUNICATE), Result.of(new IllegalStateException("bug")));
    }
}
