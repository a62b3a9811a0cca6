// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Waits for what a controller was asked, with a deadline. */
final class StageResults {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private StageResults() {}

    /** What came of it. */
    static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Nothing came of it, for this reason; another one is told whole. */
    static void assertFails(Reason expected, CompletionStage<?> stage) throws Exception {
        try {
            throw new AssertionError("it succeeded with " + get(stage));
        } catch (ExecutionException failed) {
            if (((ControllerException) failed.getCause()).reason() != expected) {
                throw new AssertionError(expected + " was expected, but: " + failed.getCause(), failed);
            }
        }
    }
}
