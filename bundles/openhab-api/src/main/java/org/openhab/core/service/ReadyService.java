// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.service;

/** Knows what is ready and tells trackers. */
public interface ReadyService {
    void markReady(ReadyMarker readyMarker);

    void unmarkReady(ReadyMarker readyMarker);

    boolean isReady(ReadyMarker readyMarker);

    void registerTracker(ReadyTracker readyTracker);

    void registerTracker(ReadyTracker readyTracker, ReadyMarkerFilter filter);

    void unregisterTracker(ReadyTracker readyTracker);

    /** Hears what becomes ready, and at once what is. */
    interface ReadyTracker {
        void onReadyMarkerAdded(ReadyMarker readyMarker);

        void onReadyMarkerRemoved(ReadyMarker readyMarker);
    }
}
