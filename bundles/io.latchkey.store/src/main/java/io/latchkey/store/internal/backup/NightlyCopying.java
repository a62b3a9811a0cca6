// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.StoreException;
import io.latchkey.store.internal.BridgeCopy;
import io.latchkey.store.internal.StoredCopies;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies all bridges once a night, three hours after midnight or as soon as this program runs after that. It looks once an
 * hour, so that neither a clock that jumps nor a computer that sleeps costs a night. A bridge that can't be copied is told in
 * the log and tried again an hour later; its older copies stay. Looks on {@code latchkey-timer}, copies on
 * {@code latchkey-disk}.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = NightlyConfiguration.PID)
@Designate(ocd = NightlyConfiguration.class)
public final class NightlyCopying {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyCopying.class);
    private static final LocalTime NIGHT = LocalTime.of(3, 0);
    private static final Duration FIRST_LOOK = Duration.ofMinutes(5);
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final BridgeRuntime runtime;
    private final BridgeStore store;
    private final StoredCopies copies;
    private final Workers workers;
    private final ConfiguredSettings settings;
    private final String program;
    private final int kept;
    private final Clock clock;
    private Future<?> next;
    private boolean stopped;

    /** Called by SCR. */
    @Activate
    public NightlyCopying(
            BundleContext context,
            NightlyConfiguration configuration,
            @Reference BridgeRuntime runtime,
            @Reference BridgeStore store,
            @Reference StoredCopies copies,
            @Reference Workers workers,
            @Reference ConfigurationAdmin configurations) {
        this(
                runtime,
                store,
                copies,
                workers,
                configurations,
                context.getBundle().getVersion().toString(),
                configuration.nightlyCopies(),
                Clock.systemDefaultZone());
    }

    NightlyCopying(
            BridgeRuntime runtime,
            BridgeStore store,
            StoredCopies copies,
            Workers workers,
            ConfigurationAdmin configurations,
            String program,
            int kept,
            Clock clock) {
        this.runtime = runtime;
        this.store = store;
        this.copies = copies;
        this.workers = workers;
        this.settings = new ConfiguredSettings(configurations);
        this.program = program;
        this.kept = kept;
        this.clock = clock;
        if (kept > 0) {
            lookAfter(FIRST_LOOK);
        }
    }

    /** Called by SCR; a copy that is under way is finished. */
    @Deactivate
    synchronized void stop() {
        stopped = true;
        if (next != null) {
            next.cancel(false);
        }
    }

    private synchronized void lookAfter(Duration delay) {
        if (!stopped) {
            next = workers.schedule(delay, this::look);
        }
    }

    private void look() {
        try {
            workers.disk().execute(this::copyAll);
        } catch (RejectedExecutionException full) {
            LOG.debug("The disk is too busy for the nightly copies: they are made in an hour");
        }
        lookAfter(LOOK_AGAIN);
    }

    private void copyAll() {
        Map<String, BridgeStatus> running = new HashMap<>();
        runtime.bridges().forEach(bridge -> running.put(bridge.id(), bridge));
        Instant since = begunNight();
        try {
            for (String bridge : store.bridges()) {
                copy(bridge, running.get(bridge), since);
            }
        } catch (StoreException unreadable) {
            LOG.warn("The bridges can't be copied: {}", unreadable.getMessage());
        }
    }

    private void copy(String bridge, BridgeStatus running, Instant since) {
        try {
            List<InetSocketAddress> addresses = running == null ? List.of() : LastAddresses.of(running);
            Map<String, String> all = settings.of(bridge).orElse(Map.of());
            copies.copy(new BridgeCopy(bridge, all, addresses, BridgeMemory.EMPTY), program, kept, since);
        } catch (StoreException refused) {
            LOG.warn("Bridge {} can't be copied, its older copies stay: {}", bridge, refused.getMessage());
        }
    }

    /** When the night began that is now, or was last. */
    private Instant begunNight() {
        ZonedDateTime now = ZonedDateTime.now(clock);
        ZonedDateTime tonight = now.with(NIGHT);
        return (tonight.isAfter(now) ? tonight.minusDays(1) : tonight).toInstant();
    }
}
