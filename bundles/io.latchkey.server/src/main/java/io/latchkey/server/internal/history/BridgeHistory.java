// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.history;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.store.ControllerWrite;
import io.latchkey.api.store.Happening;
import io.latchkey.api.store.Happening.Kind;
import io.latchkey.api.store.History;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What happens to one bridge, as far back as {@link History#MOST} happenings, and who switches what, for as long as people
 * want it. What strangers do has a place of its own in it, so that a flood of theirs takes none of what happened to those who
 * are paired. Safe for all threads, those of I/O among them; no method waits for more than another that notes something.
 */
public final class BridgeHistory {
    /** How much of it strangers can take. */
    static final int MOST_OF_STRANGERS = 200;

    private final InstantSource clock;
    private final Supplier<Duration> longest;
    private final RecentHappenings trusted = new RecentHappenings(History.MOST - MOST_OF_STRANGERS);
    private final RecentHappenings strangers = new RecentHappenings(MOST_OF_STRANGERS);
    private final RecentWrites writes = new RecentWrites();
    private boolean isRecalled;

    /**
     * Begins empty.
     *
     * @param clock what people read
     * @param longest how long it is kept who switched what; zero for not at all
     */
    public BridgeHistory(InstantSource clock, Supplier<Duration> longest) {
        this.clock = clock;
        this.longest = longest;
    }

    /** Takes what former runs have stored, once; what has happened since this run began is newer. */
    public synchronized void recall(History former) {
        if (isRecalled) {
            return;
        }
        isRecalled = true;
        trusted.recall(former.happenings().stream()
                .filter(each -> !isOfStrangers(each))
                .toList());
        strangers.recall(former.happenings().stream()
                .filter(BridgeHistory::isOfStrangers)
                .toList());
        writes.recall(former.writes());
    }

    /** Notes what happened to the bridge as a whole. */
    public void note(Kind kind, String text) {
        note(kind, Optional.empty(), Optional.empty(), text);
    }

    /**
     * Notes what happened.
     *
     * @param controller whose doing it was
     * @param remote from where
     */
    public void note(Kind kind, Optional<ControllerId> controller, Optional<InetAddress> remote, String text) {
        Instant now = clock.instant();
        Happening happening =
                new Happening(now, now, 1, kind, controller, remote.map(InetAddress::getHostAddress), text);
        synchronized (this) {
            (isOfStrangers(happening) ? strangers : trusted).add(happening);
        }
    }

    /** Whether it is noted who switches what. */
    public boolean wantsWrites() {
        return !longest.get().isZero();
    }

    /** The moment by the clock that people read. */
    Instant now() {
        return clock.instant();
    }

    /** Notes what a controller has switched, if that is wanted. */
    synchronized void wrote(ControllerWrite write) {
        if (wantsWrites()) {
            writes.add(write);
        }
    }

    /** Forgets all of it. */
    public synchronized void clear() {
        trusted.clear();
        strangers.clear();
        writes.clear();
    }

    /** All that is to be known now. */
    public History history() {
        List<Happening> all;
        List<ControllerWrite> switched;
        synchronized (this) {
            forgetOldWrites();
            all = new ArrayList<>(strangers.all());
            all.addAll(trusted.all());
            switched = List.copyOf(writes.all());
        }
        all.sort(Comparator.comparing(Happening::last));
        return new History(all, switched);
    }

    private void forgetOldWrites() {
        Duration kept = longest.get();
        if (kept.isZero()) {
            writes.clear();
        } else {
            writes.forgetBefore(clock.instant().minus(kept));
        }
    }

    /** Whether somebody did it whom the bridge doesn't know. */
    private static boolean isOfStrangers(Happening happening) {
        return happening.kind() == Kind.REFUSED
                || happening.kind() == Kind.CLOSED && happening.controller().isEmpty();
    }
}
