// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.loop;

import io.latchkey.api.transport.After;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Exchange;
import io.latchkey.api.transport.Session;
import java.util.Optional;

/** A GET that is answered at once, on the thread that asks. */
final class OfflineExchange implements Exchange {
    private final Session session;
    private final String path;
    private final String query;
    private Answer answer;

    OfflineExchange(Session session, String path, String query) {
        this.session = session;
        this.path = path;
        this.query = query;
    }

    Answer answer() {
        if (answer == null || answer.status() != 200) {
            throw new IllegalStateException(path + " was not answered well");
        }
        return answer;
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Optional<String> query() {
        return query.isEmpty() ? Optional.empty() : Optional.of(query);
    }

    @Override
    public byte[] body() {
        return new byte[0];
    }

    @Override
    public void execute(Runnable rest) {
        rest.run();
    }

    @Override
    public void respond(Answer given) {
        answer = given;
    }

    @Override
    public void respond(Answer given, After after) {
        respond(given);
    }
}
