// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.Severity;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.openhab.core.service.ReadyMarker;
import org.openhab.core.service.ReadyMarkerFilter;
import org.openhab.core.service.ReadyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks whether openHAB is ready: which start level it has, and since when. Hears of start levels on openHAB's threads and
 * returns at once.
 */
@Component(service = Examination.class, immediate = true)
public final class ReadinessExamination implements Examination, ReadyService.ReadyTracker {
    private static final String START_LEVEL = "startlevel";
    private static final int ITEMS_ARE_THERE = 30;
    private static final int COMPLETE = 100;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ReadyService readiness;
    private final InstantSource clock;
    private final TreeSet<Integer> levels = new TreeSet<>();
    private Instant since;

    /** Begins to hear. */
    @Activate
    public ReadinessExamination(@Reference ReadyService readiness) {
        this(readiness, InstantSource.system());
    }

    ReadinessExamination(ReadyService readiness, InstantSource clock) {
        this.readiness = readiness;
        this.clock = clock;
        this.since = clock.instant();
        readiness.registerTracker(this, new ReadyMarkerFilter().withType(START_LEVEL));
    }

    /** Hears no more. */
    @Deactivate
    void close() {
        readiness.unregisterTracker(this);
    }

    @Override
    public synchronized void onReadyMarkerAdded(ReadyMarker marker) {
        level(marker).ifPresent(level -> {
            levels.add(level);
            since = clock.instant();
        });
    }

    @Override
    public synchronized void onReadyMarkerRemoved(ReadyMarker marker) {
        level(marker).ifPresent(level -> {
            levels.remove(level);
            since = clock.instant();
        });
    }

    @Override
    public String subject() {
        return "openHAB";
    }

    @Override
    public synchronized CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> bridges) {
        int level = levels.isEmpty() ? 0 : levels.last();
        return CompletableFuture.completedFuture(List.of(
                level >= COMPLETE
                        ? new Diagnosis("openhab-ready", Severity.RIGHT, Optional.empty(), "openHAB is up.", "", "")
                        : notReady(level)));
    }

    private Diagnosis notReady(int level) {
        return new Diagnosis(
                "openhab-not-ready",
                Severity.MEND,
                Optional.empty(),
                "openHAB has start level " + level + " since " + TIME.format(since.atZone(ZoneId.systemDefault()))
                        + ", not yet " + COMPLETE + ".",
                level < ITEMS_ARE_THERE
                        ? "Its items aren't there yet, so that accessories show their last states and answer \"No Response\"."
                        : "Things and rules aren't all there yet, so that states may be old and commands may go nowhere.",
                "After a start that takes a minute or two. If it stays, look into openhab.log for what it waits for; most"
                        + " often a file in conf with an error, or an add-on that can't be installed without the Internet.");
    }

    private static Optional<Integer> level(ReadyMarker marker) {
        try {
            return Optional.of(Integer.valueOf(marker.getIdentifier()));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
