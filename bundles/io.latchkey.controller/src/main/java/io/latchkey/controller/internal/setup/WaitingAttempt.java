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

/** Holds a connection that waits for a setup code: for one code, and for five minutes. */
final class WaitingAttempt implements PairingAttempt {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Finish finish;
    private final Runnable drop;
    private final Future<?> end;
    private final AtomicBoolean given = new AtomicBoolean();
    private volatile boolean over;

    /**
     * Begins to wait.
     *
     * @param finish goes on with the code and closes the connection in the end
     * @param drop closes the connection
     */
    WaitingAttempt(Workers workers, Finish finish, Runnable drop) {
        this.finish = finish;
        this.drop = drop;
        this.end = workers.schedule(PATIENCE, this::giveUp);
    }

    /** Goes on with a code. */
    @FunctionalInterface
    interface Finish {
        /**
         * Goes on.
         *
         * @param patient whether the attempt still counted, so that a connection that the accessory has ended may be made
         *     anew
         */
        CompletionStage<DeviceId> with(SetupCode code, boolean patient);
    }

    @Override
    public CompletionStage<DeviceId> finish(SetupCode code) {
        if (given.getAndSet(true)) {
            throw new IllegalStateException("a code was given already");
        }
        end.cancel(false);
        return finish.with(code, !over);
    }

    @Override
    public void close() {
        end.cancel(false);
        giveUp();
    }

    private void giveUp() {
        if (!given.get()) {
            over = true;
            drop.run();
        }
    }
}
