// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import io.latchkey.api.store.ControllerKeys;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What all sessions of a soak share, and how far it is: first they work, then they gather, then the home is calm and they
 * compare, then it is over. Safe for all threads.
 */
final class SoakRun {
    private final InetSocketAddress address;
    private final ControllerKeys.Peer bridge;
    private final SoakTargets home;
    private final long seed;
    private final Score score = new Score();
    private final Set<String> arrived = ConcurrentHashMap.newKeySet();
    private final Set<String> compared = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;
    private volatile boolean calm;
    private volatile long calmSince;
    private volatile boolean over;

    SoakRun(InetSocketAddress address, ControllerKeys.Peer bridge, SoakTargets home, long seed) {
        this.address = address;
        this.bridge = bridge;
        this.home = home;
        this.seed = seed;
    }

    InetSocketAddress address() {
        return address;
    }

    ControllerKeys.Peer bridge() {
        return bridge;
    }

    SoakTargets home() {
        return home;
    }

    long seed() {
        return seed;
    }

    Score score() {
        return score;
    }

    /** Whether work is to end, with a session that is open. */
    boolean isClosing() {
        return closing;
    }

    /** Whether nothing changes any more. */
    boolean isCalm() {
        return calm;
    }

    /** The time from which on nothing was to change. */
    long calmSince() {
        return calmSince;
    }

    /** Whether all sessions are to end. */
    boolean isOver() {
        return over;
    }

    void close() {
        closing = true;
    }

    void calm(long since) {
        calmSince = since;
        calm = true;
    }

    void end() {
        over = true;
    }

    /** A session has stopped working and listens. */
    void arrived(String who) {
        arrived.add(who);
    }

    int arrived() {
        return arrived.size();
    }

    /** A session has compared what it heard with what is. */
    void compared(String who) {
        compared.add(who);
    }

    int compared() {
        return compared.size();
    }
}
