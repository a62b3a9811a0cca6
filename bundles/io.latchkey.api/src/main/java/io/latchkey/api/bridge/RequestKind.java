// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

/** What a controller asks a bridge for, by path and method. */
public enum RequestKind {
    /** {@code POST /identify}. */
    IDENTIFY,
    /** {@code POST /pair-setup}: three of them pair a controller. */
    PAIR_SETUP,
    /** {@code POST /pair-verify}: two of them begin a session. */
    PAIR_VERIFY,
    /** {@code POST /pairings}: adds, removes and lists pairings. */
    PAIRINGS,
    /** {@code GET /accessories}: the whole home. */
    ACCESSORIES,
    /** {@code GET /characteristics}: reads values. */
    READ,
    /** {@code PUT /characteristics}: writes values and subscribes. */
    WRITE,
    /** {@code PUT /prepare}: announces a timed write. */
    PREPARE,
    /** All else, which a bridge refuses. */
    OTHER
}
