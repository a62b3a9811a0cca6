// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Value;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** What a controller is answered whose write can't be taken, or has come to its end. Stateless. */
final class WriteAnswers {
    private WriteAnswers() {}

    /** The answer of what can't be told anything. */
    static CompletionStage<Value> readOnly(String what) {
        return CompletableFuture.failedFuture(
                new HapStatusException(HapStatus.READ_ONLY, what + " takes no such command"));
    }

    /** The answer of a behaviour that doesn't take a write. */
    static CompletableFuture<Value> refused(HapStatus status) {
        return refused(status, "the behaviour refuses it");
    }

    /** The answer to what isn't taken, with the reason. */
    static CompletableFuture<Value> refused(HapStatus status, String why) {
        return CompletableFuture.failedFuture(new HapStatusException(status, why));
    }

    /** Ends the answer to a write; what a contributor didn't do in time has timed out. */
    static void end(CompletableFuture<Value> answer, Value value, Throwable failure) {
        if (failure == null) {
            answer.complete(value);
            return;
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        answer.completeExceptionally(
                cause instanceof ContributorException
                        ? new HapStatusException(HapStatus.TIMED_OUT, cause.getMessage())
                        : cause);
    }
}
