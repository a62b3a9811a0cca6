// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.access;

import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.model.WriteBatch;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.work.CallLanes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Hands the writes of one group over, one after another on one thread, and then tells those who gather them. */
final class GroupedWrites implements Runnable {
    private static final String GATHERED = "what it does with the writes of a request";

    private final List<Access.WriteEntry> entries;
    private final List<Integer> indices;
    private final RequestResults gathering;
    private final CallLanes lanes;
    private final List<Gathered> gathered = new ArrayList<>();

    private record Gathered(CallLanes.Lane lane, Runnable run) {}

    GroupedWrites(List<Access.WriteEntry> entries, List<Integer> indices, RequestResults gathering, CallLanes lanes) {
        this.lanes = lanes;
        this.entries = entries;
        this.indices = indices;
        this.gathering = gathering;
    }

    /** Takes what a contributor has gathered; what it commands is heard by who made the write. */
    private final class Gathering implements WriteBatch {
        private final CallLanes.Lane lane;
        private final WriteBatch maker;

        Gathering(CallLanes.Lane lane, WriteBatch maker) {
            this.lane = lane;
            this.maker = maker;
        }

        @Override
        public void whenGathered(Runnable action) {
            gathered.add(new Gathered(lane, action));
        }

        @Override
        public void commanded(String item, String command) {
            maker.commanded(item, command);
        }
    }

    @Override
    public void run() {
        indices.forEach(this::write);
        gathered.forEach(this::act);
    }

    private void act(Gathered action) {
        try {
            lanes.inPlace(action.lane(), GATHERED, () -> {
                action.run().run();
                return action;
            });
        } catch (Throwable failure) {
            lanes.failed(action.lane(), GATHERED, failure);
        }
    }

    private void write(int index) {
        Access.WriteEntry entry = entries.get(index);
        PublishedCharacteristic characteristic = entry.characteristic().orElseThrow();
        Characteristic definition = characteristic.definition();
        Write write = entry.write().orElseThrow();
        Write batched = new Write(
                write.value(),
                write.controller(),
                write.authorization(),
                write.remote(),
                new Gathering(characteristic.lane(), write.batch()));
        long asked = characteristic.moment();
        Access.guarded(
                        characteristic,
                        lanes,
                        "the write of ",
                        () -> definition.writer().orElseThrow().apply(batched))
                .handle((value, failure) -> failure == null
                        ? respond(entry, characteristic, value, asked)
                        : CompletableFuture.completedFuture(Access.failed(characteristic, failure)))
                .thenCompose(stage -> stage)
                .thenAccept(result -> gathering.put(index, result));
    }

    private CompletionStage<Result> respond(
            Access.WriteEntry entry, PublishedCharacteristic characteristic, Value response, long asked) {
        if (!characteristic.allows(Permission.WRITE_RESPONSE)) {
            Result done = entry.response() ? Result.failed(HapStatus.WRITE_ONLY) : Result.DONE;
            return CompletableFuture.completedFuture(done);
        }
        Optional<Value> legal = response == null ? Optional.empty() : characteristic.told(response, asked);
        if (legal.isPresent() || characteristic.definition().reader().isEmpty()) {
            return CompletableFuture.completedFuture(Result.of(legal.orElse(Value.NULL)));
        }
        return Access.readNow(characteristic, lanes);
    }
}
