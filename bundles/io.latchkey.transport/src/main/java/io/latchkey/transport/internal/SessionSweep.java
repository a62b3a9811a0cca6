// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes sessions that nobody uses any more, or that have an answer or a reader that does not come. */
final class SessionSweep {
    private static final Logger LOG = LoggerFactory.getLogger(SessionSweep.class);
    private static final Duration MAXIMUM_SILENCE = Duration.ofSeconds(60);
    private static final Duration MAXIMUM_STALL = Duration.ofSeconds(30);
    private static final Duration MAXIMUM_ANSWER = Duration.ofSeconds(60);

    private SessionSweep() {}

    /** Looks at all sessions of a port; called every few seconds on an io thread. */
    static void sweep(Collection<HapSession> sessions, long now) {
        for (HapSession session : sessions) {
            if (!session.isOpen()) {
                session.end();
            } else {
                whyClose(session, now).ifPresent(session::close);
            }
        }
    }

    private static Optional<String> whyClose(HapSession session, long now) {
        Optional<HapExchange> unanswered = session.unanswered(MAXIMUM_ANSWER, now);
        if (unanswered.isPresent()) {
            LOG.error(
                    "{}: closed, nobody has answered {} for {} s, which is a fault of Latchkey",
                    session,
                    unanswered.get(),
                    MAXIMUM_ANSWER.toSeconds());
            return Optional.of("a request had no answer for a minute, which is a fault of Latchkey");
        }
        if (session.stalledFor(now).compareTo(MAXIMUM_STALL) >= 0) {
            LOG.info("{}: closed, the controller has stopped reading", session);
            return Optional.of("the controller has stopped reading");
        }
        if (session.incompleteFor(now).compareTo(MAXIMUM_SILENCE) >= 0) {
            LOG.debug("{}: closed, its request does not come to an end", session);
            return Optional.of("a request did not come to its end");
        }
        boolean isSilent = !session.isSecured()
                && session.idleFor(now).compareTo(session.allowedSilence().orElse(MAXIMUM_SILENCE)) >= 0;
        if (isSilent) {
            LOG.debug("{}: closed, silent and not verified", session);
            return Optional.of("silent for too long");
        }
        return session.isHalfClosed() ? Optional.of("the last word was said") : Optional.empty();
    }
}
