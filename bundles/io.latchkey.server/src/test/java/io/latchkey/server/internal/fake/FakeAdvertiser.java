// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.fake;

import io.latchkey.api.discovery.Advertised;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.discovery.Advertiser;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what the record says. */
public final class FakeAdvertiser implements Advertiser {
    private final List<Advertisement> history = new CopyOnWriteArrayList<>();
    private final AtomicInteger withdrawn = new AtomicInteger();
    private volatile CompletableFuture<Void> gone = CompletableFuture.completedFuture(null);
    private final List<InetAddress> addresses = new CopyOnWriteArrayList<>();
    private volatile Optional<Advertisement> current = Optional.empty();

    /** What the record says now, if there is one. */
    public Optional<Advertisement> current() {
        return current;
    }

    /** All that it ever said. */
    public List<Advertisement> history() {
        return history;
    }

    /** The addresses that records were made for, in their order. */
    public List<InetAddress> addresses() {
        return addresses;
    }

    /** How many records were taken back. */
    public int withdrawn() {
        return withdrawn.get();
    }

    /** Lets the goodbye of records never be sent. */
    public void hang() {
        gone = new CompletableFuture<>();
    }

    @Override
    public Advertised advertise(Advertisement what, InetAddress boundTo) {
        addresses.add(boundTo);
        say(what);
        return new Advertised() {
            @Override
            public void update(Advertisement now) {
                say(now);
            }

            @Override
            public CompletionStage<Void> withdraw() {
                current = Optional.empty();
                withdrawn.incrementAndGet();
                return gone;
            }

            @Override
            public CompletionStage<Void> announced() {
                return CompletableFuture.completedFuture(null);
            }
        };
    }

    private void say(Advertisement what) {
        current = Optional.of(what);
        history.add(what);
    }
}
