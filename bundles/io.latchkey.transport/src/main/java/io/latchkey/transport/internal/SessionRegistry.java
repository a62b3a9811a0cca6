// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The open sessions of a listener, oldest first, and who must go when there is no room: the oldest that never verified, so
 * that strangers cannot keep controllers out; else the one that was idle longest, if that is a minute or more. Who may be
 * silent for longer than others goes as those do that have verified.
 */
final class SessionRegistry {
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final int maximum;
    private final Set<HapSession> sessions = new LinkedHashSet<>();

    SessionRegistry(int maximum) {
        this.maximum = maximum;
    }

    synchronized Collection<HapSession> all() {
        return List.copyOf(sessions);
    }

    synchronized void remove(HapSession session) {
        sessions.remove(session);
    }

    /**
     * Adds a session, at the cost of another if need be.
     *
     * @return false when there is no room for it
     */
    boolean admit(HapSession session, long now) {
        Optional<HapSession> evicted = Optional.empty();
        synchronized (this) {
            if (sessions.size() >= maximum) {
                evicted = dispensable(now);
                if (evicted.isEmpty()) {
                    return false;
                }
                sessions.remove(evicted.get());
            }
            sessions.add(session);
        }
        evicted.ifPresent(HapSession::close);
        return true;
    }

    private Optional<HapSession> dispensable(long now) {
        return sessions.stream()
                .filter(session -> !session.isServed() && !session.isSecured()) // in this order
                .filter(session -> session.allowedSilence().isEmpty())
                .findFirst()
                .or(() -> sessions.stream()
                        .max(Comparator.comparing((HapSession session) -> session.idleFor(now)))
                        .filter(session -> session.idleFor(now).compareTo(IDLE) >= 0));
    }
}
