// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.server.internal.work.SerialQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Ends bridges without waiting: what hasn't left in time is ended by force. */
final class BridgeEnding {
    private BridgeEnding() {}

    /**
     * Ends what is leaving already.
     *
     * @param left ends when it has left, which may be never
     * @param end ends what is left of it, on a thread for the state of bridges
     * @return ends when that is done, in {@link BridgeStops#EACH} and a little
     */
    static CompletableFuture<Void> of(Workers workers, CompletableFuture<Void> left, Runnable end) {
        Future<?> force = workers.schedule(BridgeStops.EACH, () -> left.complete(null));
        CompletableFuture<Void> ended = new CompletableFuture<>();
        left.whenComplete((done, failure) -> new SerialQueue(workers).add(() -> {
            force.cancel(false);
            end.run();
            ended.complete(null);
        }));
        return ended;
    }
}
