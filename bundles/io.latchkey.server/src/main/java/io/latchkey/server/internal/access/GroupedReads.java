// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.access;

import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.work.CallLanes;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The reads of one request in one lane. As many calls as a lane runs at once share them, so that one that hangs leaves the
 * others to its neighbour, and a request for everything that a home has takes few places among the calls that wait.
 */
final class GroupedReads implements CallLanes.Call {
    private final CallLanes.Lane lane;
    private final Map<Integer, PublishedCharacteristic> asked;
    private final Queue<Integer> left;
    private final RequestResults gathering;
    private final CallLanes lanes;

    /**
     * Prepares them.
     *
     * @param asked by the index of the entry
     */
    GroupedReads(
            CallLanes.Lane lane,
            Map<Integer, PublishedCharacteristic> asked,
            RequestResults gathering,
            CallLanes lanes) {
        this.lane = lane;
        this.asked = asked;
        this.left = new ConcurrentLinkedQueue<>(asked.keySet());
        this.gathering = gathering;
        this.lanes = lanes;
    }

    /** Offers itself; gives the entries that nobody will read. */
    List<Integer> offer() {
        boolean taken = false;
        for (int i = 0; i < Math.min(asked.size(), CallLanes.BUSY_PER_LANE); i++) {
            taken |= lanes.offer(this);
        }
        return taken ? List.of() : List.copyOf(left);
    }

    @Override
    public CallLanes.Lane lane() {
        return lane;
    }

    @Override
    public boolean isWanted() {
        return left.stream().anyMatch(gathering::isWaitingFor);
    }

    @Override
    public void run() {
        for (Integer index = left.poll(); index != null; index = left.poll()) {
            int entry = index;
            if (gathering.isWaitingFor(entry)) {
                Access.readNow(asked.get(entry), lanes).thenAccept(result -> gathering.put(entry, result));
            }
        }
    }
}
