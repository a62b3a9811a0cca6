// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.wire;

import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.ConnectionException;
import io.latchkey.api.transport.ConnectionListener;
import io.latchkey.api.transport.Request;
import io.latchkey.api.transport.SessionKeys;
import io.latchkey.pairing.Conversation;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;

/** One connection to a bridge. An answer that is no success ends the run: what fails must not count as fast. */
public final class BenchConnection implements ConnectionListener, AutoCloseable {
    private static final String PAIRING = "application/pairing+tlv8";
    private static final String JSON = "application/hap+json";

    private volatile Connection connection;
    private volatile Runnable heard = () -> {};

    /** Who is told of each event message; at once, on a thread of the transport. */
    public void onEvent(Runnable listener) {
        heard = listener;
    }

    /** Gets. */
    public CompletionStage<Answer> get(String target) {
        return connection.send(Request.of("GET", target)).thenApply(answer -> good(target, answer));
    }

    /** Puts JSON. */
    public CompletionStage<Answer> put(String target, String body) {
        return connection
                .send(Request.of("PUT", target, JSON, body.getBytes(StandardCharsets.UTF_8)))
                .thenApply(answer -> good(target, answer));
    }

    /** Leads a pairing procedure to its end, on the caller's thread. */
    public <R> R lead(String path, Conversation<R> begin) {
        Conversation<R> step = begin;
        while (step instanceof Conversation.Send<R> send) {
            Answer answer = good(path, Wire.await(connection.send(Request.of("POST", path, PAIRING, send.request()))));
            step = send.answered(answer.body());
        }
        if (step instanceof Conversation.Failed<R> failed) {
            throw new IllegalStateException(path + " failed: " + failed.reason());
        }
        return ((Conversation.Done<R>) step).result();
    }

    /** Encrypts everything from here on. */
    public void secure(SessionKeys keys) {
        connection.secure(keys);
    }

    @Override
    public void event(byte[] body) {
        heard.run();
    }

    @Override
    public void closed(ConnectionException cause) {
        // whoever waits for an answer hears of it
    }

    @Override
    public void close() {
        connection.close();
    }

    void connected(Connection made) {
        connection = made;
    }

    private static Answer good(String target, Answer answer) {
        if (answer.status() != 200 && answer.status() != 204) {
            throw new IllegalStateException(target + " was answered with " + answer.status());
        }
        return answer;
    }
}
