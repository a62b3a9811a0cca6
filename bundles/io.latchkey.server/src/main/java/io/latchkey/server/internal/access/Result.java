// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.access;

import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Value;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * What became of one entry of a request.
 *
 * @param status how it went
 * @param value what was read or answered to a write, if anything; never with a failure
 */
public record Result(HapStatus status, Optional<Value> value) {
    /** Done, and nothing to tell. */
    public static final Result DONE = new Result(HapStatus.SUCCESS, Optional.empty());

    /** Failed. */
    public static Result failed(HapStatus status) {
        return new Result(status, Optional.empty());
    }

    /** Done, with a value. */
    public static Result of(Value value) {
        return new Result(HapStatus.SUCCESS, Optional.of(value));
    }

    /** Failed as that failure says; one that says nothing means that nobody could be reached. */
    static Result of(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return failed(cause instanceof HapStatusException told ? told.status() : HapStatus.UNABLE_TO_COMMUNICATE);
    }

    /** Whether it went well. */
    public boolean isSuccess() {
        return status == HapStatus.SUCCESS;
    }
}
