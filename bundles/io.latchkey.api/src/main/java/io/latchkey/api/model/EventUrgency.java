// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

/**
 * How a change of a characteristic travels to those who subscribed (HAP specification R2, section 6.8): how soon, and
 * whether a newer value replaces one that hasn't left yet.
 */
public enum EventUrgency {
    /** At once when the session had no event within the coalescing time, else with the next message; newest value wins. */
    COALESCED,
    /** What people wait for at the door: doesn't queue behind others; newest value wins. */
    PROMPT,
    /** A press of a button: at once, each press its own message, never merged or replaced. */
    EACH
}
