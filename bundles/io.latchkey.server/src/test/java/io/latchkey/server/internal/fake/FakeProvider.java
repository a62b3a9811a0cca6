// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.fake;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** A provider whose accessories the test chooses; tells all at its opening, unless it is told to hesitate. */
public final class FakeProvider implements AccessoryProvider {
    private final String id;
    private final List<Accessory> accessories;
    private final boolean hesitant;
    private final CompletableFuture<AccessorySink> sink = new CompletableFuture<>();
    private final List<BridgeView> views = new CopyOnWriteArrayList<>();
    private volatile int closed;

    /** A provider that tells all at once. */
    public FakeProvider(String id, Accessory... accessories) {
        this(id, false, accessories);
    }

    /** A provider that may leave it to the test to say that it has told all. */
    public FakeProvider(String id, boolean hesitant, Accessory... accessories) {
        this.id = id;
        this.hesitant = hesitant;
        this.accessories = List.of(accessories);
    }

    /** A provider of lamps with these numbers. */
    public static FakeProvider lamps(int from, int until) {
        return new FakeProvider(
                "test",
                IntStream.range(from, until)
                        .mapToObj(i -> new LampAccessory("Lamp " + i).accessory())
                        .toArray(Accessory[]::new));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public AutoCloseable open(BridgeView bridge, AccessorySink into) {
        views.add(bridge);
        accessories.forEach(into::put);
        if (!hesitant) {
            into.complete();
        }
        sink.complete(into);
        return () -> closed++;
    }

    /** Where it puts its accessories; waits for its opening, five seconds at most. */
    public AccessorySink sink() {
        try {
            return sink.get(5, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("not opened", e);
        }
    }

    /** What it was told of the bridges that opened it. */
    public List<BridgeView> views() {
        return views;
    }

    /** How often it was closed. */
    public int closed() {
        return closed;
    }
}
