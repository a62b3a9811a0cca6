// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.fake;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.ConnectRequest;
import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.ConnectionException;
import io.latchkey.api.transport.ConnectionException.Reason;
import io.latchkey.api.transport.ConnectionListener;
import io.latchkey.api.transport.Request;
import io.latchkey.api.transport.SessionKeys;
import io.latchkey.pairing.PairVerifyState;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/** Both ends of a connection to an accessory in memory, one request at a time. */
public final class FakeConnection implements Connection {
    /** What the accessory keeps for this connection. */
    final Set<CharacteristicId> subscribed = new TreeSet<>();

    PairVerifyState verify = PairVerifyState.idle();
    Optional<ControllerId> controller = Optional.empty();
    Optional<SessionKeys> accessoryKeys = Optional.empty();
    Optional<Long> prepared = Optional.empty();
    boolean closesAfterAnswer;

    private final ConnectRequest request;
    private final ConnectionListener listener;
    private final FakeAccessory accessory;
    private final TestThreads threads;
    private final Deque<Asked> waiting = new ArrayDeque<>();
    private final List<Request> sent = new ArrayList<>();
    private Optional<SessionKeys> keys = Optional.empty();
    private Optional<Future<?>> deadline = Optional.empty();
    private boolean open = true;

    private record Asked(Request request, CompletableFuture<Answer> answer) {}

    FakeConnection(ConnectRequest request, ConnectionListener listener, FakeAccessory accessory, TestThreads threads) {
        this.request = request;
        this.listener = listener;
        this.accessory = accessory;
        this.threads = threads;
    }

    /** Everything that has left, as {@code METHOD target}. */
    public List<String> sent() {
        return sent.stream().map(each -> each.method() + " " + each.target()).toList();
    }

    /** The body of the last request that has left. */
    public String lastBody() {
        return new String(sent.get(sent.size() - 1).body(), StandardCharsets.UTF_8);
    }

    /** Lets an event arrive. */
    public void event(String json) {
        threads.later(() -> listener.event(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** Lets the accessory end it. */
    public void closeByPeer() {
        end(Reason.CLOSED_BY_PEER);
    }

    /** Lets the accessory answer what it has kept unanswered. */
    public void answerNow() {
        Asked asked = waiting.peek();
        threads.later(() -> answered(asked, accessory.answer(this, asked.request)));
    }

    @Override
    public CompletionStage<Answer> send(Request asked) {
        Asked entry = new Asked(asked, new CompletableFuture<>());
        if (!open) {
            return CompletableFuture.failedFuture(new ConnectionException(Reason.CLOSED, "closed"));
        }
        waiting.add(entry);
        if (waiting.size() == 1) {
            leave();
        }
        return entry.answer;
    }

    @Override
    public void secure(SessionKeys sessionKeys) {
        if (!waiting.isEmpty() || keys.isPresent()) {
            throw new IllegalStateException("not now");
        }
        keys = Optional.of(sessionKeys);
    }

    @Override
    public boolean isSecured() {
        return keys.isPresent();
    }

    @Override
    public InetSocketAddress remote() {
        return request.address();
    }

    @Override
    public InetSocketAddress local() {
        return new InetSocketAddress("127.0.0.1", 1);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        end(Reason.CLOSED);
    }

    private void leave() {
        Asked next = waiting.peek();
        sent.add(next.request);
        deadline = Optional.of(threads.schedule(request.requestTime(), () -> end(Reason.TIMED_OUT)));
        threads.later(() -> {
            if (!keys.equals(accessoryKeys)) {
                end(Reason.CLOSED_BY_PEER);
            } else if (!accessory.isSilent()) {
                answered(next, accessory.answer(this, next.request));
            }
        });
    }

    private void answered(Asked asked, Answer answer) {
        if (!open) {
            return;
        }
        deadline.ifPresent(each -> each.cancel(false));
        waiting.remove(asked);
        asked.answer.complete(answer);
        if (closesAfterAnswer) {
            end(Reason.CLOSED_BY_PEER);
        } else if (!waiting.isEmpty()) {
            leave();
        }
    }

    private void end(Reason reason) {
        if (!open) {
            return;
        }
        open = false;
        deadline.ifPresent(each -> each.cancel(false));
        ConnectionException cause = new ConnectionException(reason, "the connection has ended");
        List.copyOf(waiting).forEach(each -> each.answer.completeExceptionally(cause));
        waiting.clear();
        threads.later(() -> listener.closed(cause));
    }
}
