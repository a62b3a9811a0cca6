// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.mdns;

import io.latchkey.api.discovery.Advertised;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.discovery.AnnouncementPace;
import io.latchkey.api.identity.DeviceId;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of one bridge in all of openHAB's JmDNS instances that it belongs to. The public methods may be called by
 * anybody and only say what is wanted; {@link #settle} makes it so, one call at a time.
 *
 * <p>A new text takes the place of the old one without a goodbye. It waits until the record, or the text before, has been
 * announced (RFC 6762 section 8), because JmDNS would otherwise never end announcing; and as {@link AnnouncementPace} says.
 */
final class SharedRecord implements Advertised {
    private static final Logger LOG = LoggerFactory.getLogger(SharedRecord.class);
    private static final String TYPE = "_hap._tcp.local.";
    private static final Duration ANNOUNCING = Duration.ofSeconds(6);
    private static final Duration ANNOUNCING_TEXT = Duration.ofMillis(2500);

    private final InetAddress boundTo;
    private final LongSupplier nanoTime;
    private final AnnouncementPace pace;
    private final Runnable request;
    private final Map<JmDNS, ServiceInfo> published = new IdentityHashMap<>();
    private final CompletableFuture<Void> announced = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private volatile Advertisement wanted;
    private volatile boolean closed;
    private Advertisement shown;
    private long announcingUntil;
    private boolean complained;

    SharedRecord(Advertisement what, InetAddress boundTo, LongSupplier nanoTime, Runnable request) {
        this.wanted = what;
        this.shown = what;
        this.boundTo = boundTo;
        this.nanoTime = nanoTime;
        this.pace = new AnnouncementPace(nanoTime);
        this.request = request;
    }

    @Override
    public void update(Advertisement now) {
        wanted = now;
        request.run();
    }

    @Override
    public CompletionStage<Void> withdraw() {
        closed = true;
        announced.completeExceptionally(new IOException("the record was withdrawn before it was announced"));
        request.run();
        return gone.minimalCompletionStage();
    }

    @Override
    public CompletionStage<Void> announced() {
        return announced.minimalCompletionStage();
    }

    /**
     * Makes what is published what is wanted, in the instances that there are now. May take seconds.
     *
     * @return false when it is closed and nothing is published any more
     */
    boolean settle(Set<JmDNS> instances) {
        published.keySet().removeIf(instance -> !instances.contains(instance));
        Advertisement now = wanted;
        boolean isOther = !now.name().equals(shown.name()) || now.port() != shown.port();
        if (closed || isOther) {
            takeBack();
            shown = now;
        }
        if (closed) {
            gone.complete(null);
            return false;
        }
        if (!isOther) {
            instances.stream().filter(this::isMine).forEach(this::publish);
            complainOnce();
            change(now);
        }
        return true;
    }

    /** Whether no instance has it, though it is wanted; asked where {@link #settle} runs. */
    boolean isUnpublished() {
        return !closed && published.isEmpty();
    }

    /** Whose record it is. */
    DeviceId deviceId() {
        return wanted.deviceId();
    }

    private boolean isMine(JmDNS instance) {
        try {
            return boundTo.isAnyLocalAddress() || boundTo.equals(instance.getInetAddress());
        } catch (IOException closing) {
            return false;
        }
    }

    private void publish(JmDNS instance) {
        if (published.containsKey(instance)) {
            return;
        }
        ServiceInfo info = ServiceInfo.create(TYPE, shown.name(), shown.port(), 0, 0, shown.keys());
        try {
            instance.registerService(info);
            published.put(instance, info);
            announcing(ANNOUNCING);
            LOG.debug("Publishing \"{}\" port {} by {}", shown.name(), shown.port(), instance.getName());
        } catch (IOException | IllegalStateException e) {
            LOG.debug("Cannot publish \"{}\" by {} now: {}", shown.name(), instance.getName(), e.toString());
        }
    }

    private void change(Advertisement now) {
        boolean isAnnouncing = announcingUntil - nanoTime.getAsLong() > 0;
        if (published.isEmpty() || isAnnouncing) {
            return;
        }
        announced.complete(null);
        if (!now.equals(shown) && pace.pause(shown, now).isZero()) {
            published.values().forEach(info -> info.setText(now.keys()));
            announcing(ANNOUNCING_TEXT);
            pace.told(shown, now);
            shown = now;
        }
    }

    private void announcing(Duration time) {
        announcingUntil = nanoTime.getAsLong() + time.toNanos();
    }

    private void takeBack() {
        Map<JmDNS, ServiceInfo> all = new IdentityHashMap<>(published);
        published.clear();
        all.forEach(JmDNS::unregisterService);
    }

    private void complainOnce() {
        if (published.isEmpty() && !complained) {
            complained = true;
            String where = boundTo.isAnyLocalAddress() ? "any address" : boundTo.getHostAddress();
            LOG.warn(
                    "openHAB's mDNS does not run on {}, so \"{}\" is not announced. Clear sharedMdns in the settings of"
                            + " Latchkey, or see openHAB's network settings. It is tried again.",
                    where,
                    shown.name());
        }
    }
}
