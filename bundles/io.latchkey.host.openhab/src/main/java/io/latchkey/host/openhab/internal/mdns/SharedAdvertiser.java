// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.mdns;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.discovery.Advertised;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.discovery.Advertiser;
import io.latchkey.api.identity.DeviceId;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.openhab.core.io.transport.mdns.MDNSClient;

/**
 * Publishes the records of bridges by the JmDNS instances that openHAB runs, one for each address. They belong to openHAB:
 * nothing but our own records is ever touched, and none of them is closed.
 *
 * <p>May be called from any thread. JmDNS, which may take seconds, is called on {@code latchkey-mdns} only, and nobody
 * waits for that; the timer looks every few seconds whether openHAB has replaced an instance.
 */
final class SharedAdvertiser implements Advertiser {
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final MDNSClient client;
    private final Workers workers;
    private final Set<SharedRecord> records = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile boolean closed;

    SharedAdvertiser(MDNSClient client, Workers workers) {
        this.client = client;
        this.workers = workers;
    }

    /** Begins to follow openHAB's instances. */
    void begin() {
        if (closed) {
            return;
        }
        try {
            workers.schedule(LOOK, this::look);
        } catch (RejectedExecutionException stopped) {
            close();
        }
    }

    @Override
    public Advertised advertise(Advertisement what, InetAddress boundTo) {
        SharedRecord record = new SharedRecord(what, boundTo, workers::nanoTime, this::request);
        records.add(record);
        request();
        return record;
    }

    /** The bridges that are announced nowhere at the moment; fails where openHAB's mDNS is too busy to be asked. */
    CompletionStage<Set<DeviceId>> unpublished() {
        try {
            return CompletableFuture.supplyAsync(
                    () -> records.stream()
                            .filter(SharedRecord::isUnpublished)
                            .map(SharedRecord::deviceId)
                            .collect(Collectors.toSet()),
                    workers.mdns());
        } catch (RejectedExecutionException busy) {
            return CompletableFuture.failedFuture(new IllegalStateException("too much waits for openHAB's mDNS"));
        }
    }

    /** Follows nothing any more; the records have been taken back by those who asked for them. */
    void close() {
        closed = true;
    }

    private void look() {
        request();
        begin();
    }

    private void request() {
        if (!queued.getAndSet(true)) {
            try {
                workers.mdns().execute(this::settle);
            } catch (RejectedExecutionException busy) {
                queued.set(false);
            }
        }
    }

    private void settle() {
        queued.set(false);
        for (SharedRecord record : records) {
            if (!record.settle(client.getClientInstances())) {
                records.remove(record);
            }
        }
    }
}
