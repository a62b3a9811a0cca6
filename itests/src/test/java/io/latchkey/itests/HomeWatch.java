// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.RefusedException;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A home hub that does what makes a home lose its rooms: it asks for all accessories every 200 ms, connects again at once
 * when it is thrown out, and holds each answer against all that it has ever seen. What misses, what is new and what refuses
 * it is a fault; a closed port is none. For any thread; all talk is on one of its own.
 */
final class HomeWatch implements AutoCloseable {
    private static final long TICK_MILLIS = 50;
    private static final int TICKS_OF_A_LOOK = 4;
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final InetSocketAddress address;
    private final ControllerKeys keys;
    private final ControllerKeys.Peer bridge;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Set<String> faults = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Set<String> subscribed = new HashSet<>();
    private final HeardEvents events = new HeardEvents();
    private final ExpectedHome expected = new ExpectedHome();
    private JsonArray last = new JsonArray();
    private Optional<WireClient> session = Optional.empty();
    private int ticks;

    /** Something to be asked of a session. */
    interface Question<T> {
        T ask(WireClient session) throws IOException;
    }

    /** Begins to ask; the first answer is what the home has. */
    HomeWatch(InetSocketAddress address, ControllerKeys keys, ControllerKeys.Peer bridge) {
        this.address = address;
        this.keys = keys;
        this.bridge = bridge;
        thread.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Looks at once; says whether the bridge could be reached. */
    boolean look() {
        return onThread(this::asks);
    }

    /** From the next look on, the home has what is seen then. */
    JsonArray learn() {
        expect(ExpectedHome::learn);
        Eventually.until(PATIENCE, "an answer", this::look);
        return home();
    }

    /** Changes what answers are held against. */
    void expect(Consumer<ExpectedHome> change) {
        onThread(() -> {
            change.accept(expected);
            return null;
        });
    }

    /** Accessories of these aids may come and go until it learns. */
    void allow(Set<String> aids) {
        expect(home -> home.allow(aids));
    }

    /** Accessories may come until it learns. */
    void allowNew() {
        expect(ExpectedHome::allowNew);
    }

    /** The home as it was seen last. */
    JsonArray home() {
        return onThread(() -> last);
    }

    /** Reads one characteristic, the whole entry. */
    JsonObject read(String id) {
        return talk(session -> session.read(id));
    }

    /** Asks something of a session, opened if there is none. */
    <T> T talk(Question<T> question) {
        return onThread(() -> {
            connect();
            return question.ask(session.orElseThrow());
        });
    }

    /** Wants to hear of a characteristic, in later sessions too. */
    void subscribe(String id) {
        talk(session -> {
            subscribed.add(id);
            return session.put(id, "ev", "true");
        });
    }

    /** What it has heard, in all sessions. */
    HeardEvents events() {
        return events;
    }

    /** Fails when anything was seen that a home hub must not see. */
    void assertUnharmed() {
        synchronized (faults) {
            if (!faults.isEmpty()) {
                throw new AssertionError(String.join("\n", faults));
            }
        }
    }

    @Override
    public void close() {
        onThread(() -> {
            disconnect();
            return null;
        });
        thread.shutdownNow();
    }

    private void tick() {
        try {
            hear();
            if (++ticks % TICKS_OF_A_LOOK == 0) {
                asks();
            }
        } catch (RuntimeException | AssertionError broken) {
            faults.add(broken.toString());
        }
    }

    private boolean asks() {
        try {
            connect();
            WireMessage answer = session.orElseThrow().get("/accessories");
            if (answer.status() == 200) {
                compare(answer.json().getAsJsonArray("accessories"));
            } else {
                faults.add("answered " + answer.startLine());
            }
            hear();
            return answer.status() == 200;
        } catch (RefusedException refused) {
            faults.add("refused: " + refused.getMessage());
        } catch (IOException closed) {
            disconnect();
        }
        return false;
    }

    private void connect() throws IOException {
        if (session.isEmpty()) {
            WireClient opened = WireClient.verified(address, keys, bridge);
            session = Optional.of(opened);
            for (String id : subscribed) {
                opened.put(id, "ev", "true");
            }
        }
    }

    private void disconnect() {
        Optional<WireClient> closing = session;
        session = Optional.empty();
        try {
            if (closing.isPresent()) {
                closing.get().close();
            }
        } catch (IOException gone) {
            return; // there was nothing left to close
        }
    }

    private void hear() {
        try {
            if (session.isPresent()) {
                Optional<JsonArray> event = session.get().event(AT_ONCE);
                while (event.isPresent()) {
                    events.add(event.get());
                    event = session.get().event(AT_ONCE);
                }
            }
        } catch (IOException closed) {
            disconnect();
        }
    }

    private void compare(JsonArray accessories) {
        expected.fault(accessories).ifPresent(faults::add);
        last = accessories;
    }

    private <T> T onThread(Callable<T> task) {
        Future<T> done = thread.submit(task);
        try {
            return done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (Exception late) {
            throw new AssertionError(late);
        }
    }
}
