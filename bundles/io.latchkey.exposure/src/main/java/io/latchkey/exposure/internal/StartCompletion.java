// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.exposure.internal.live.BridgeContext;
import io.latchkey.exposure.internal.live.Host;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says to a bridge, once after its start, that all is told that is there: when the hosts of all that it remembers have told
 * their items. A host whose registry isn't there is waited for a while, one that is loading for as long as that takes:
 * until this is said, reads of what is absent wait, and nothing leaves because of it. Types that come one after another are
 * waited for, too. Told of changes on any thread; all else on one thread at a time.
 */
final class StartCompletion {
    /** Hosts tell changes once these have settled with them: this gathers those of types and of several hosts. */
    static final Duration SETTLE = Duration.ofMillis(300);
    /** At the start a home that is remembered only comes back, so that little has to be gathered for it. */
    static final Duration RETURN_SETTLE = Duration.ofMillis(10);
    /** How long reads wait for a host whose registry isn't there at all. */
    static final Duration HOST_WAIT = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(StartCompletion.class);

    private final BridgeContext context;
    private final BridgeHosts hosts;
    private final long openedAt;
    private final boolean isRemembered;
    private volatile long changedAt;
    private volatile boolean isComplete;

    /** Begins to wait. */
    StartCompletion(BridgeContext context, BridgeHosts hosts) {
        this.context = context;
        this.hosts = hosts;
        this.openedAt = context.workers().nanoTime();
        this.changedAt = openedAt;
        this.isRemembered = !context.sink().remembered().isEmpty();
    }

    /** Something isn't as it was. */
    void changed() {
        changedAt = context.workers().nanoTime();
    }

    /** How long changes are gathered at the moment. */
    Duration settleTime() {
        return isRemembered && !isComplete ? RETURN_SETTLE : SETTLE;
    }

    /** Whether nothing has changed for a while. */
    boolean hasSettled() {
        return since(changedAt) >= SETTLE.toNanos();
    }

    /**
     * Says that all is told, if it is.
     *
     * @param all what was decided just now
     * @param count how many accessories there are, for people
     * @return whether it has been said
     */
    boolean look(AccessoryRetention all, int count) {
        boolean isWaitOver = since(openedAt) >= HOST_WAIT.toNanos();
        Set<String> told = all.reports().keySet();
        boolean isAllTold = all.hosts().stream()
                .filter(hosts.takes())
                .allMatch(host -> told.contains(host) || all.isFailing(host) || isWaitOver && isGone(host));
        if (!isComplete && hasSettled() && isAllTold && (!told.isEmpty() || isWaitOver)) {
            isComplete = true;
            context.sink().complete();
            LOG.info("Bridge {} shows {} accessories made of items", context.bridge(), count);
        }
        return isComplete;
    }

    private boolean isGone(String host) {
        return hosts.named(host).flatMap(Host::registry).isEmpty();
    }

    private long since(long moment) {
        return context.workers().nanoTime() - moment;
    }
}
