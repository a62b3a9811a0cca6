// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import java.util.List;

/**
 * What a bridge has counted since it began, and how it is at this moment. Numbers only: nothing tells who was connected,
 * which accessory was meant or what a value was. What is counted begins anew with each start of the bridge.
 *
 * @param bridge its stable key
 * @param state where it is in its life
 * @param controllers how many are paired with it
 * @param verifiedSessions open sessions of controllers that have verified
 * @param unverifiedSessions open sessions of all others
 * @param openedSessions how many were ever opened
 * @param requests what was asked and answered, one for each {@link RequestKind} in their order
 * @param eventMessages how many event messages were sent
 * @param events how many values they told
 * @param lateEventMessages how many of the messages left a second or more after they could have: a request had no answer
 *     yet, or the controller took nothing
 * @param slowAnswers how often an accessory took three seconds or longer for a read or write
 * @param accessories how many it shows, itself not counted
 * @param absentAccessories how many of those aren't there
 * @param storeWrites how often its memory was changed and that became durable
 * @param storeFailures how often its memory couldn't be read or written
 */
public record BridgeMeasures(
        String bridge,
        BridgeStatus.State state,
        int controllers,
        int verifiedSessions,
        int unverifiedSessions,
        long openedSessions,
        List<RequestMeasures> requests,
        long eventMessages,
        long events,
        long lateEventMessages,
        long slowAnswers,
        int accessories,
        int absentAccessories,
        long storeWrites,
        long storeFailures) {

    /**
     * Keeps copies.
     *
     * @throws IllegalArgumentException when a kind of request is missing, or not in its place
     */
    public BridgeMeasures {
        requests = List.copyOf(requests);
        if (!requests.stream().map(RequestMeasures::kind).toList().equals(List.of(RequestKind.values()))) {
            throw new IllegalArgumentException("each kind of request has its measures, in their order");
        }
    }

    /** The requests of one kind. */
    public RequestMeasures requests(RequestKind kind) {
        return requests.get(kind.ordinal());
    }
}
