// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One request and its answer. The request is complete when the handler gets it. No event leaves on this session until the
 * answer has left, so whoever takes an exchange answers it within a deadline: the session of one that has had no answer for
 * a minute is closed, with an error in the log.
 */
@ProviderType
public interface Exchange {

    /** The session that asks. */
    Session session();

    /** The method as on the wire, case kept: match it exactly. */
    String method();

    /** The path as on the wire, undecoded and without the query: match it exactly. */
    String path();

    /** The query as on the wire, undecoded and without its question mark; empty when there is no question mark. */
    Optional<String> query();

    /** The whole body, empty when there is none; a copy. */
    byte[] body();

    /**
     * Does what is left to do for this exchange on a thread of the transport: on this one while the handler is being called
     * on it, else on the next that is free. Results come from hosts, stores and timers, whose threads build and write no
     * answers. What throws is answered as a fault of ours.
     */
    void execute(Runnable rest);

    /**
     * Answers. Of an answer to a session that has closed meanwhile nothing is heard.
     *
     * @throws IllegalStateException when this exchange was answered before
     */
    void respond(Answer answer);

    /**
     * Answers, and says what happens once the last byte of the answer has been accepted by the network, before the next
     * byte of the session is looked at. Nothing happens when the answer cannot be sent.
     *
     * @throws IllegalStateException when this exchange was answered before
     */
    void respond(Answer answer, After after);
}
