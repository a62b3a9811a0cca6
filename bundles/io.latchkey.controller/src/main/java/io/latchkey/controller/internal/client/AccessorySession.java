// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.controller.AccessoryDescription;
import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.CharacteristicWrite;
import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.controller.ReadOption;
import io.latchkey.api.controller.SnapshotRequest;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Request;
import io.latchkey.controller.internal.json.AnswerParser;
import io.latchkey.controller.internal.json.RequestBodies;
import io.latchkey.controller.internal.link.ControllerFailures;
import io.latchkey.controller.internal.link.PeerConnection;
import io.latchkey.pairing.ControllerPairings;
import io.latchkey.pairing.Conversation;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What can be asked on one verified connection. It ends with the connection and is never used on another. */
final class AccessorySession {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int MULTI_STATUS = 207;

    private final PeerConnection link;
    private final ControllerId controller;
    private final Supplier<CharacteristicId> harmless;
    private final Consumer<ControllerException> broken;
    private final SilenceWatch silence;

    /**
     * Begins on a connection that is secured.
     *
     * @param controller how the accessory knows us
     * @param harmless what may be read just to hear something
     * @param broken told when the accessory takes the connection for one that isn't verified, or has gone without a word
     */
    AccessorySession(
            PeerConnection link,
            ControllerId controller,
            Workers workers,
            Supplier<CharacteristicId> harmless,
            Consumer<ControllerException> broken) {
        this.link = link;
        this.controller = controller;
        this.harmless = harmless;
        this.broken = broken;
        this.silence = new SilenceWatch(workers, this::stir, this::gone);
    }

    /** The connection is in use from now on: silence of the accessory ends it. */
    void begin() {
        silence.begin();
    }

    /** An event has come. */
    void heard() {
        silence.heard();
    }

    /** The connection has ended. */
    void end() {
        silence.close();
    }

    /** How the accessory knows us. */
    ControllerId controller() {
        return controller;
    }

    CompletionStage<List<AccessoryDescription>> accessories() {
        Request request = Request.of("GET", "/accessories");
        return ask(request, answer -> AnswerParser.accessories(body(request, answer, Set.of(OK))));
    }

    CompletionStage<List<CharacteristicReport>> read(List<CharacteristicId> ids, Set<ReadOption> options) {
        Request request = Request.of("GET", ReadTarget.of(ids, options));
        return ask(request, answer -> AnswerParser.characteristics(body(request, answer, Set.of(OK, MULTI_STATUS))));
    }

    CompletionStage<List<CharacteristicReport>> write(List<CharacteristicWrite> writes, OptionalLong pid) {
        Request request = put("/characteristics", RequestBodies.write(writes, pid));
        return ask(request, answer -> {
            byte[] body = body(request, answer, Set.of(OK, NO_CONTENT, MULTI_STATUS));
            return body.length == 0
                    ? writes.stream()
                            .map(write -> CharacteristicReport.of(write.id(), HapStatus.SUCCESS))
                            .toList()
                    : AnswerParser.characteristics(body);
        });
    }

    CompletionStage<List<CharacteristicReport>> subscribe(Collection<CharacteristicId> ids, boolean wanted) {
        return write(
                ids.stream().map(id -> CharacteristicWrite.events(id, wanted)).toList(), OptionalLong.empty());
    }

    CompletionStage<Void> prepare(long pid, Duration time) {
        Request request = put("/prepare", RequestBodies.prepare(pid, time));
        return ask(request, answer -> {
            byte[] body = body(request, answer, Set.of(OK, NO_CONTENT));
            HapStatus status = AnswerParser.status(body).orElse(HapStatus.SUCCESS);
            if (status != HapStatus.SUCCESS) {
                throw ControllerException.refused(link.who(), "PUT /prepare", status);
            }
            return null;
        });
    }

    /** Both requests are handed over at once, so that nothing comes between them. */
    synchronized CompletionStage<List<CharacteristicReport>> writeTimed(
            List<CharacteristicWrite> writes, long pid, Duration time) {
        return prepare(pid, time).thenCombine(write(writes, OptionalLong.of(pid)), (prepared, reports) -> reports);
    }

    CompletionStage<byte[]> snapshot(SnapshotRequest wanted) {
        Request request = Request.of("POST", "/resource", RequestBodies.CONTENT_TYPE, RequestBodies.snapshot(wanted));
        return ask(request, answer -> body(request, answer, Set.of(OK)));
    }

    CompletionStage<List<Pairing>> pairings() {
        return pairings(ControllerPairings::list).thenApply(Pairings::pairings);
    }

    CompletionStage<Pairing> add(Pairing pairing) {
        return pairings(() -> ControllerPairings.add(pairing));
    }

    CompletionStage<ControllerId> remove(ControllerId removed) {
        return pairings(() -> ControllerPairings.remove(removed));
    }

    private synchronized <T> CompletionStage<T> ask(Request request, PeerConnection.Meaning<T> meaning) {
        return watched(link.ask(request, meaning));
    }

    private <R> CompletionStage<R> pairings(Supplier<Conversation<R>> begin) {
        return watched(link.lead("/pairings", begin, ControllerFailures::ofPairings));
    }

    /** Whatever the answer, there is somebody; but who doesn't know us any more says so here too. */
    private void stir() {
        Request request = Request.of("GET", ReadTarget.of(List.of(harmless.get()), Set.of()));
        ask(request, answer -> {
            ControllerException refusal = ControllerFailures.refusal(link.who(), request, answer);
            if (refusal.reason() == Reason.NOT_VERIFIED) {
                throw refusal;
            }
            return answer;
        });
    }

    private void gone() {
        broken.accept(new ControllerException(Reason.TIMED_OUT, link.who(), "it has fallen silent"));
    }

    private <T> CompletionStage<T> watched(CompletionStage<T> asked) {
        silence.asked();
        return asked.whenComplete((result, failure) -> {
            silence.answered();
            if (failure != null) {
                ControllerException cause = ControllerFailures.of(link.who(), failure);
                if (cause.reason() == Reason.NOT_VERIFIED) {
                    broken.accept(cause);
                }
            }
        });
    }

    private byte[] body(Request request, Answer answer, Set<Integer> hopedFor) throws ControllerException {
        if (!hopedFor.contains(answer.status())) {
            throw ControllerFailures.refusal(link.who(), request, answer);
        }
        return answer.body();
    }

    private static Request put(String path, byte[] body) {
        return Request.of("PUT", path, RequestBodies.CONTENT_TYPE, body);
    }
}
