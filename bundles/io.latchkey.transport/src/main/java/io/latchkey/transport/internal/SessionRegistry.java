// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.transport.SessionLimits;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The open sessions of a listener, and who must go when there is no room. A newcomer ends another that hasn't verified, one
 * of its own address or else of the address that holds most, also while it is served, so that strangers can only take places
 * from themselves. Where a controller has verified of late is no address of strangers: it gives way last, so that phones get
 * in while strangers come from everywhere. A session that has verified ends only for another that has. It is always the one
 * that was silent for longest, but those who look for the setup code last. Safe for all threads; sessions are closed without
 * the lock.
 */
final class SessionRegistry {
    private static final int TRUSTED_ADDRESSES = 256;

    private final SessionLimits limits;
    private final Set<HapSession> verified = new LinkedHashSet<>();
    private final Map<InetAddress, Set<HapSession>> unverified = new HashMap<>();
    private final Set<InetAddress> trusted = new LinkedHashSet<>();
    private int unverifiedCount;

    SessionRegistry(SessionLimits limits) {
        this.limits = limits;
    }

    synchronized Collection<HapSession> all() {
        List<HapSession> all = new ArrayList<>(verified);
        unverified.values().forEach(all::addAll);
        return List.copyOf(all);
    }

    synchronized void remove(HapSession session) {
        verified.remove(session);
        removeUnverified(session);
    }

    /** Adds a session that hasn't verified. */
    void add(HapSession session, long now) {
        Optional<HapSession> displaced;
        synchronized (this) {
            displaced = isFull(session) ? Optional.of(displaceable(session, now)) : Optional.empty();
            displaced.ifPresent(this::removeUnverified);
            unverified
                    .computeIfAbsent(address(session), address -> new LinkedHashSet<>())
                    .add(session);
            unverifiedCount++;
        }
        displaced.ifPresent(each -> each.close("it had to make room for another"));
    }

    /** One of them has verified; nothing happens when it has been displaced meanwhile. */
    void verified(HapSession session, long now) {
        Optional<HapSession> displaced = Optional.empty();
        synchronized (this) {
            if (!removeUnverified(session)) {
                return;
            }
            if (verified.size() >= limits.verified()) {
                displaced = verified.stream().max(Comparator.comparing((HapSession each) -> each.idleFor(now)));
                displaced.ifPresent(verified::remove);
            }
            verified.add(session);
            trust(address(session));
        }
        displaced.ifPresent(each -> each.close("it had to make room for another"));
    }

    private void trust(InetAddress address) {
        trusted.remove(address);
        trusted.add(address);
        if (trusted.size() > TRUSTED_ADDRESSES) {
            trusted.remove(trusted.iterator().next());
        }
    }

    private boolean isFull(HapSession newcomer) {
        return unverifiedCount >= limits.unverified() || of(newcomer).size() >= limits.unverifiedOfAddress();
    }

    private HapSession displaceable(HapSession newcomer, long now) {
        Set<HapSession> own = of(newcomer);
        if (own.size() >= limits.unverifiedOfAddress()) {
            return longestSilent(own.stream(), now);
        }
        Collection<Set<HapSession>> giveWay = thoseWhoGiveWay();
        int most = giveWay.stream().mapToInt(Set::size).max().orElseThrow();
        return longestSilent(
                giveWay.stream().filter(each -> each.size() == most).flatMap(Set::stream), now);
    }

    private Collection<Set<HapSession>> thoseWhoGiveWay() {
        List<Set<HapSession>> strangers = unverified.entrySet().stream()
                .filter(each -> !trusted.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return strangers.isEmpty() ? unverified.values() : strangers;
    }

    private static HapSession longestSilent(Stream<HapSession> strangers, long now) {
        return strangers
                .max(Comparator.comparing(
                                (HapSession each) -> each.allowedSilence().isEmpty())
                        .thenComparing(each -> each.silentFor(now))
                        .thenComparing(Comparator.comparing(HapSession::id).reversed()))
                .orElseThrow();
    }

    private Set<HapSession> of(HapSession session) {
        return unverified.getOrDefault(address(session), Set.of());
    }

    private boolean removeUnverified(HapSession session) {
        Set<HapSession> own = of(session);
        boolean was = !own.isEmpty() && own.remove(session);
        if (was) {
            unverifiedCount--;
            if (own.isEmpty()) {
                unverified.remove(address(session));
            }
        }
        return was;
    }

    private static InetAddress address(HapSession session) {
        return session.remote().getAddress();
    }
}
