// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

/**
 * All writes of one request. A controller that sets a colour sends hue and saturation together: who wants to act on
 * them at once gathers them here.
 *
 * <p>The bridge hands over the writes of a request one after another, on one thread, without waiting for the stages
 * that the write functions return, and then runs what was registered here.
 */
public interface WriteBatch {

    /**
     * Runs an action once, after the last write of the request was handed over, on the same thread.
     *
     * @param action what to do with what was gathered; must not block
     */
    void whenGathered(Runnable action);

    /**
     * Says which command the writes have become, so that the history of the bridge can tell it. To be called before the
     * stages end; on any thread.
     *
     * @param item which item gets it
     * @param command its text
     */
    default void commanded(String item, String command) {}
}
