// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.openhab.core.service.ReadyMarker;
import org.openhab.core.service.ReadyMarkerFilter;
import org.openhab.core.service.ReadyService;

/** What is ready; trackers hear at once what is already. */
final class Ready implements ReadyService {
    private final Set<ReadyMarker> markers = new LinkedHashSet<>();
    private final Map<ReadyTracker, ReadyMarkerFilter> trackers = new HashMap<>();

    @Override
    public synchronized void markReady(ReadyMarker marker) {
        if (markers.add(marker)) {
            trackers.forEach((tracker, filter) -> {
                if (filter.apply(marker)) {
                    tracker.onReadyMarkerAdded(marker);
                }
            });
        }
    }

    @Override
    public synchronized void unmarkReady(ReadyMarker marker) {
        if (markers.remove(marker)) {
            trackers.forEach((tracker, filter) -> {
                if (filter.apply(marker)) {
                    tracker.onReadyMarkerRemoved(marker);
                }
            });
        }
    }

    @Override
    public synchronized boolean isReady(ReadyMarker marker) {
        return markers.contains(marker);
    }

    @Override
    public void registerTracker(ReadyTracker tracker) {
        registerTracker(tracker, new ReadyMarkerFilter());
    }

    @Override
    public synchronized void registerTracker(ReadyTracker tracker, ReadyMarkerFilter filter) {
        if (trackers.putIfAbsent(tracker, filter) == null) {
            markers.stream().filter(filter::apply).forEach(tracker::onReadyMarkerAdded);
        }
    }

    @Override
    public synchronized void unregisterTracker(ReadyTracker tracker) {
        ReadyMarkerFilter filter = trackers.remove(tracker);
        if (filter != null) {
            markers.stream().filter(filter::apply).forEach(tracker::onReadyMarkerRemoved);
        }
    }
}
