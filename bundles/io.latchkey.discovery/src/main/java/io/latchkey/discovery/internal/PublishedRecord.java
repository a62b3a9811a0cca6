// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.api.discovery.Advertised;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.discovery.AnnouncementPace;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.discovery.internal.Interfaces.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.jmdns.ServiceInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of one bridge on all its places. The public methods may be called by anybody and only leave work for
 * {@code latchkey-mdns}, where everything else runs.
 *
 * <p>JmDNS tells nobody how probing went, it just renames a record that lost. So the name is looked at until the time for
 * probing and announcing is over (RFC 6762 section 8), and now and then afterwards. Nor may the text change in that time:
 * JmDNS up to 3.5.12 would then never announce the record.
 */
final class PublishedRecord implements Advertised {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedRecord.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int LOOKS_AFTER_BEGIN = 21;
    private static final int LOOKS_AFTER_CHANGE = 10;
    /** A goodbye stays a second in the caches, our own too, where it would pass for a conflict. */
    private static final Duration AFTER_GOODBYE = Duration.ofMillis(1500);

    private static final int MOST_CONFLICTS = 3;

    private final MdnsThread thread;
    private final Responders responders;
    private final LocalNetwork network;
    private final InetAddress boundTo;
    private final Consumer<PublishedRecord> closed;
    private final CompletableFuture<Void> announced = new CompletableFuture<>();
    private final Map<Place, Publication> publications = new HashMap<>();
    /** What a goodbye of another place may have taken out of the caches of phones. */
    private final Set<Publication> endangered = new HashSet<>();

    private final AvahiServiceFile file = new AvahiServiceFile();
    private final AnnouncementPace pace;
    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile Advertisement wanted;
    private Advertisement shown;
    private int conflicts;
    private int looksLeft;
    private boolean isGathering;
    private boolean paused;
    private boolean ended;

    PublishedRecord(
            MdnsThread thread,
            Responders responders,
            LocalNetwork network,
            Advertisement what,
            InetAddress boundTo,
            Consumer<PublishedRecord> closed) {
        this.thread = thread;
        this.responders = responders;
        this.network = network;
        this.boundTo = boundTo;
        this.closed = closed;
        this.pace = new AnnouncementPace(thread::nanoTime);
        this.wanted = what;
        this.shown = what;
    }

    @Override
    public void update(Advertisement now) {
        wanted = now;
        if (!queued.getAndSet(true)) {
            thread.run(this::show);
        }
    }

    @Override
    public CompletionStage<Void> withdraw() {
        return thread.run(this::end).minimalCompletionStage();
    }

    @Override
    public CompletionStage<Void> announced() {
        return announced.minimalCompletionStage();
    }

    /** Whether all places there were have heard of it. */
    boolean isAnnounced() {
        return announced.isDone();
    }

    /** Whose record it is. */
    DeviceId deviceId() {
        return shown.deviceId();
    }

    /** Publishes on the places that are new and lets go of those that are gone. */
    void follow() {
        if (ended || paused) {
            return;
        }
        Set<Place> places = places();
        int before = publications.size();
        for (Place place : List.copyOf(publications.keySet())) {
            Publication publication = publications.get(place);
            if (!responders.isCurrent(place, publication.responder())) {
                publications.remove(place);
            } else if (!places.contains(place)) {
                publications.remove(place);
                withdraw(publication);
            }
        }
        if (publications.size() < before) {
            endangered.addAll(publications.values());
        }
        places.stream().filter(place -> !publications.containsKey(place)).forEach(this::publish);
        showToAvahi();
        checkName();
    }

    private void showToAvahi() {
        network.avahiServices(boundTo)
                .ifPresentOrElse(
                        folder -> {
                            if (file.show(folder, shown)) {
                                announced.complete(null);
                            }
                        },
                        file::remove);
    }

    /**
     * Announces again what a goodbye may have taken along: a phone keeps one record for both families of an interface, and
     * all of it goes with the address of one. Called when goodbyes have been said.
     */
    void repeat() {
        endangered.retainAll(publications.values());
        if (!ended && !paused && looksLeft == 0 && !endangered.isEmpty()) {
            announceText(List.copyOf(endangered));
            endangered.clear();
        }
    }

    void end() {
        if (!ended) {
            ended = true;
            announced.completeExceptionally(new IOException("the record was withdrawn before it was announced"));
            withdrawAll();
            file.remove();
            closed.accept(this);
        }
    }

    private Set<Place> places() {
        try {
            return network.toPublish(boundTo);
        } catch (IOException e) {
            LOG.debug("The interfaces cannot be read now: {}", e.toString());
            return publications.keySet();
        }
    }

    private void publish(Place place) {
        String label = label();
        responders.at(place).ifPresent(responder -> {
            try {
                ServiceInfo info = responder.publish(label, shown.port(), shown.keys());
                publications.put(place, new Publication(responder, info, label));
                LOG.debug("Publishing \"{}\" port {} on {}", label, shown.port(), place.address());
                watch(LOOKS_AFTER_BEGIN);
            } catch (IOException | IllegalStateException e) {
                LOG.warn("Cannot publish \"{}\" on {}: {}. It is tried again.", label, place.address(), e.toString());
                responder.close();
                responders.forget(responder);
            }
        });
    }

    private void show() {
        queued.set(false);
        isGathering = false;
        Advertisement now = wanted;
        boolean sameRecord = now.name().equals(shown.name()) && now.port() == shown.port();
        if (ended || now.equals(shown) || sameRecord && looksLeft > 0) {
            return;
        }
        if (!sameRecord) {
            shown = now;
            conflicts = 0;
            publishAnew();
        } else if (pace.pause(shown, now).isZero()) {
            pace.told(shown, now);
            shown = now;
            announceText(publications.values());
        } else {
            gather(pace.pause(shown, now));
        }
    }

    private void gather(Duration pause) {
        if (!isGathering) {
            isGathering = true;
            thread.later(pause, this::show);
        }
    }

    private void announceText(Collection<Publication> where) {
        showToAvahi();
        where.forEach(publication -> publication.info().setText(shown.keys()));
        watch(LOOKS_AFTER_CHANGE);
    }

    private void publishAnew() {
        withdrawAll();
        paused = true;
        thread.later(AFTER_GOODBYE, () -> {
            paused = false;
            follow();
        });
    }

    private void watch(int looks) {
        if (looksLeft == 0) {
            thread.later(LOOK, this::look);
        }
        looksLeft = Math.max(looks, looksLeft);
    }

    private void look() {
        if (ended || paused) {
            looksLeft = 0;
            return;
        }
        looksLeft--;
        checkName();
        if (looksLeft > 0) {
            thread.later(LOOK, this::look);
        } else if (!paused) {
            settle();
        }
    }

    private void settle() {
        if (!publications.isEmpty() && announced.complete(null)) {
            LOG.debug("Announced \"{}\" on {}", label(), publications.keySet());
        }
        show();
        repeat();
    }

    private void checkName() {
        boolean lost = publications.values().stream()
                .anyMatch(it -> !it.info().getName().equals(it.label()));
        if (lost && conflicts < MOST_CONFLICTS) {
            String taken = label();
            conflicts++;
            LOG.warn(
                    "\"{}\" is taken by another device on the network; found as \"{}\" from now on. "
                            + "Give the bridge a name of its own to change that.",
                    taken,
                    label());
            publishAnew();
        }
    }

    private String label() {
        return InstanceLabel.of(shown.name(), shown.deviceId(), conflicts);
    }

    private void withdrawAll() {
        List<Publication> all = List.copyOf(publications.values());
        publications.clear();
        all.forEach(this::withdraw);
    }

    private void withdraw(Publication publication) {
        if (publication.responder().withdraw(publication.info())) {
            responders.forget(publication.responder());
        }
    }

    /** The record on one place. */
    private record Publication(Responder responder, ServiceInfo info, String label) {}
}
