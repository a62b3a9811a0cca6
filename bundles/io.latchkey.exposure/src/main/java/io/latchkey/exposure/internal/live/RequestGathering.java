// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.model.WriteBatch;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Gathers what one request writes to a service, so that its behaviour takes it as a whole. Safe for all threads. */
final class RequestGathering {
    private final Consumer<Gathered> whole;
    private final Map<Thread, Gathered> requests = new IdentityHashMap<>();

    /**
     * Begins without requests.
     *
     * @param whole takes what was written when the request is complete, on the thread of the request
     */
    RequestGathering(Consumer<Gathered> whole) {
        this.whole = whole;
    }

    /**
     * What one request writes to the service.
     *
     * @param source who commands what comes of it
     * @param values by role
     * @param answer the same for all of them
     * @param batch hears what is commanded
     */
    record Gathered(String source, Map<Role, Value> values, CompletableFuture<Value> answer, WriteBatch batch) {}

    /** One of the writes of a request; its answer comes when the whole request was taken. */
    CompletionStage<Value> add(Role role, Write write) {
        // The bridge hands over a request on one thread, without a pause: the thread tells requests apart.
        Thread thread = Thread.currentThread();
        synchronized (requests) {
            Gathered request = requests.get(thread);
            if (request == null) {
                String source = CommandDispatcher.source(write.controller());
                request = new Gathered(source, new HashMap<>(), new CompletableFuture<>(), write.batch());
                requests.put(thread, request);
                write.batch().whenGathered(() -> whole.accept(take(thread)));
            }
            request.values().put(role, write.value());
            return request.answer();
        }
    }

    private Gathered take(Thread thread) {
        synchronized (requests) {
            return requests.remove(thread);
        }
    }
}
