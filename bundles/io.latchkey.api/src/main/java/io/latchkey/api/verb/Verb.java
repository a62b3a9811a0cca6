// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.verb;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One thing that a person can tell a bridge to do or to show, independent of the console that offers it. Whoever owns
 * the work publishes the verb as a service; consoles only show it.
 *
 * <p>Called on the thread of a console session, which may wait a few seconds.
 */
@ConsumerType
public interface Verb {

    /** One word, such as {@code pairings}. */
    String name();

    /** One line for people who look through a list. */
    String description();

    /** What follows the name, such as {@code ITEM COMMAND} or {@code [BRIDGE]}; empty when nothing does. */
    String usage();

    /**
     * Offers what the last argument could be.
     *
     * @param arguments what was typed so far; the last one, possibly empty, is being typed
     * @return candidates without blanks, in the order to show
     */
    List<String> complete(List<String> arguments);

    /**
     * Does it. What a person did wrong becomes a failed result that says how to do it right, not an exception.
     *
     * @param arguments what follows the name
     */
    VerbResult run(List<String> arguments);
}
