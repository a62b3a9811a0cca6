// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.setup;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.controller.PairingAttempt;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupCode;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Holds a connection that waits for a setup code: for one code, and for five minutes. */
final class WaitingAttempt implements PairingAttempt {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Function<SetupCode, CompletionStage<DeviceId>> finish;
    private final Runnable drop;
    private final Future<?> end;
    private final AtomicBoolean given = new AtomicBoolean();

    /**
     * Begins to wait.
     *
     * @param finish goes on with the code and closes the connection in the end
     * @param drop closes the connection
     */
    WaitingAttempt(Workers workers, Function<SetupCode, CompletionStage<DeviceId>> finish, Runnable drop) {
        this.finish = finish;
        this.drop = drop;
        this.end = workers.schedule(PATIENCE, this::giveUp);
    }

    @Override
    public CompletionStage<DeviceId> finish(SetupCode code) {
        if (given.getAndSet(true)) {
            throw new IllegalStateException("a code was given already");
        }
        end.cancel(false);
        return finish.apply(code);
    }

    @Override
    public void close() {
        end.cancel(false);
        giveUp();
    }

    private void giveUp() {
        if (!given.get()) {
            drop.run();
        }
    }
}
