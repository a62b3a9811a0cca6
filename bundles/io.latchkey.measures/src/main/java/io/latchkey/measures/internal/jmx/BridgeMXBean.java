// SPDX-License-Identifier: EPL-2.0
package io.latchkey.measures.internal.jmx;

import java.util.Map;

/**
 * What JMX shows of a bridge, under {@code io.latchkey:type=Bridge,name=ID}. Counts begin anew with each start of the bridge;
 * docs/measures.md says what is normal.
 */
public interface BridgeMXBean {

    /** STARTING, READY or FAILED. */
    String getState();

    /** How many controllers are paired. */
    int getControllers();

    /** Open sessions of controllers that have verified. */
    int getVerifiedSessions();

    /** Open sessions of all others. */
    int getUnverifiedSessions();

    /** How many sessions were ever opened. */
    long getOpenedSessions();

    /** How many accessories it shows, itself not counted. */
    int getAccessories();

    /** How many of those aren't there. */
    int getAbsentAccessories();

    /** How many event messages were sent. */
    long getEventMessages();

    /** How many values they told. */
    long getEvents();

    /** How many of the messages left a second or more after they could have. */
    long getLateEventMessages();

    /** How often an accessory took three seconds or longer. */
    long getSlowAnswers();

    /** How often its memory was changed. */
    long getStoreWrites();

    /** How often its memory couldn't be read or written. */
    long getStoreFailures();

    /** The requests by their kind, such as {@code read}; those that never came are left out. */
    Map<String, RequestNumbers> getRequests();
}
