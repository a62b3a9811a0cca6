// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.link;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.Request;
import io.latchkey.api.transport.SessionKeys;
import io.latchkey.controller.internal.json.MalformedAnswerException;
import io.latchkey.pairing.Conversation;
import io.latchkey.pairing.PairingFailure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A connection, and whose it is. Requests leave at once; what their answers mean is worked out on {@code latchkey-home}, and
 * all arithmetic of pairing on {@code latchkey-crypto}, so that none of it is done on the transport's threads.
 */
public final class PeerConnection implements AutoCloseable {
    private static final int OK = 200;
    private static final String PAIRING = "application/pairing+tlv8";

    private final String who;
    private final Connection connection;
    private final Workers workers;

    /** Wraps a connection that is open. */
    public PeerConnection(String who, Connection connection, Workers workers) {
        this.who = who;
        this.connection = connection;
        this.workers = workers;
    }

    /** Says what an answer means. */
    @FunctionalInterface
    public interface Meaning<T> {
        /** The result. */
        T of(Answer answer) throws MalformedAnswerException, ControllerException;
    }

    /** The accessory, for messages. */
    public String who() {
        return who;
    }

    /** Sends a request. */
    public <T> CompletionStage<T> ask(Request request, Meaning<T> meaning) {
        return ask(request, meaning, workers.home());
    }

    /**
     * Leads a pairing procedure to its end. An accessory that doesn't let it begin once more on this connection counts
     * as busy, so that it is asked again on another.
     *
     * @param failed says what a failure of it means to the caller
     */
    public <R> CompletionStage<R> lead(
            String path,
            Supplier<Conversation<R>> begin,
            BiFunction<String, PairingFailure, ControllerException> failed) {
        return compute(begin, workers).thenCompose(step -> follow(path, step, failed));
    }

    /** Whether it has not ended yet, as far as anybody has noticed. */
    public boolean isOpen() {
        return connection.isOpen();
    }

    /** Encrypts everything from here on. */
    public void secure(SessionKeys keys) {
        connection.secure(keys);
    }

    @Override
    public void close() {
        connection.close();
    }

    /** Computes keys or proofs; fails when there is too much to do. */
    public static <T> CompletionStage<T> compute(Supplier<T> task, Workers workers) {
        return CompletableFuture.completedFuture(task).thenApplyAsync(Supplier::get, workers.crypto());
    }

    private <T> CompletionStage<T> ask(Request request, Meaning<T> meaning, Executor threads) {
        return connection.send(request).thenApplyAsync(answer -> understood(answer, meaning), threads);
    }

    private <R> CompletionStage<R> follow(
            String path, Conversation<R> step, BiFunction<String, PairingFailure, ControllerException> failed) {
        if (step instanceof Conversation.Done<R> done) {
            return CompletableFuture.completedFuture(done.result());
        }
        if (step instanceof Conversation.Failed<R> failure) {
            return CompletableFuture.failedFuture(failed.apply(who, failure.reason()));
        }
        Conversation.Send<R> send = (Conversation.Send<R>) step;
        Request request = Request.of("POST", path, PAIRING, send.request());
        Meaning<Conversation<R>> meaning = answer -> {
            if (answer.status() != OK) {
                throw send.beginsAnew()
                        ? new ControllerException(Reason.BUSY, who, "")
                        : ControllerFailures.refusal(who, request, answer);
            }
            return send.answered(answer.body());
        };
        return ask(request, meaning, workers.crypto()).thenCompose(next -> follow(path, next, failed));
    }

    private <T> T understood(Answer answer, Meaning<T> meaning) {
        try {
            return meaning.of(answer);
        } catch (ControllerException | MalformedAnswerException failure) {
            throw new CompletionException(failure);
        }
    }
}
