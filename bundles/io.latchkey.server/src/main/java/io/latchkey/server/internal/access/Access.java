// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.access;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.model.CharacteristicType.Trait;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.server.internal.database.Presence;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.work.CallLanes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the read and write functions of characteristics. Direct ones run here, on the caller's I/O thread; others run in
 * the lane of their accessory. Whatever they do, every entry has a result by the deadline. What nobody has attached to yet is
 * waited for until then; what is absent fails at once.
 */
public final class Access {
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);

    private final Workers workers;
    private final CallLanes lanes;
    private final Deadlines deadlines;
    private final Consumer<PublishedCharacteristic> whenSlow;

    /**
     * Prepares the access of one bridge.
     *
     * @param whenSlow hears of each characteristic that has taken three seconds or longer, or hasn't answered in time; on any
     *     thread, returns at once
     */
    public Access(Workers workers, CallLanes lanes, Deadlines deadlines, Consumer<PublishedCharacteristic> whenSlow) {
        this.whenSlow = whenSlow;
        this.workers = workers;
        this.lanes = lanes;
        this.deadlines = deadlines;
    }

    /**
     * An entry of a request: either its result is known, or a characteristic is to be asked.
     *
     * @param characteristic to be asked
     * @param known the result, if nothing is to be asked
     */
    public record ReadEntry(Optional<PublishedCharacteristic> characteristic, Result known) {}

    /**
     * An entry of a request: either its result is known, or a value is to be written.
     *
     * @param characteristic to be written
     * @param write what to write; its batch is replaced
     * @param response whether the value after the write is wanted
     * @param known the result, if nothing is to be written
     */
    public record WriteEntry(
            Optional<PublishedCharacteristic> characteristic, Optional<Write> write, boolean response, Result known) {}

    /** Reads all entries at once; the results come in the order of the entries, on any thread. */
    public void read(List<ReadEntry> entries, Consumer<List<Result>> whenRead) {
        read(entries, deadlines.read(), whenRead);
    }

    /** Learns the values of characteristics that nobody has read yet, as far as they come within the deadline of lists. */
    public void learn(List<PublishedCharacteristic> unknown, Runnable whenLearned) {
        List<ReadEntry> entries = unknown.stream()
                .map(each -> new ReadEntry(Optional.of(each), Result.DONE))
                .toList();
        read(entries, deadlines.list(), results -> whenLearned.run());
    }

    /** Reads a value, in time or not at all. */
    public void ask(PublishedCharacteristic characteristic, Consumer<Value> whenRead) {
        List<ReadEntry> entry = List.of(new ReadEntry(Optional.of(characteristic), Result.DONE));
        read(entry, deadlines.read(), results -> results.get(0).value().ifPresent(whenRead));
    }

    /** Writes all entries, those of one accessory in their order; the results come in the order of the entries. */
    public void write(List<WriteEntry> entries, Consumer<List<Result>> whenWritten) {
        RequestResults gathering = new RequestResults(
                entries.size(),
                workers,
                deadlines.write(),
                whenWritten,
                index -> entries.get(index).characteristic().ifPresent(whenSlow));
        List<Integer> direct = new ArrayList<>();
        Map<CallLanes.Lane, List<Integer>> byLane = new LinkedHashMap<>();
        AwaitedWrites awaited = new AwaitedWrites(gathering, this::begin);
        for (int i = 0; i < entries.size(); i++) {
            Optional<PublishedCharacteristic> characteristic = entries.get(i).characteristic();
            if (characteristic.isEmpty()) {
                gathering.put(i, entries.get(i).known());
            } else if (characteristic.get().presence() != Presence.ATTACHED) {
                awaited.add(i, entries.get(i));
            } else {
                byLane.computeIfAbsent(characteristic.get().lane(), lane -> new ArrayList<>())
                        .add(i);
            }
        }
        byLane.values().removeIf(indices -> isDirect(entries, indices) && direct.addAll(indices));
        new GroupedWrites(entries, direct, gathering, lanes).run();
        byLane.forEach((lane, indices) ->
                offer(lane, indices, gathering, new GroupedWrites(entries, indices, gathering, lanes)));
        awaited.begin();
        gathering.begun();
    }

    /** Writes entries of one accessory that somebody has attached to only now. */
    private void begin(List<WriteEntry> entries, List<Integer> indices, RequestResults gathering) {
        GroupedWrites run = new GroupedWrites(entries, indices, gathering, lanes);
        if (isDirect(entries, indices)) {
            run.run();
        } else {
            CallLanes.Lane lane =
                    entries.get(indices.get(0)).characteristic().orElseThrow().lane();
            offer(lane, indices, gathering, run);
        }
    }

    private void read(List<ReadEntry> entries, Duration patience, Consumer<List<Result>> whenRead) {
        RequestResults gathering = new RequestResults(
                entries.size(),
                workers,
                patience,
                whenRead,
                index -> entries.get(index).characteristic().ifPresent(whenSlow));
        Map<CallLanes.Lane, Map<Integer, PublishedCharacteristic>> byLane = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Optional<PublishedCharacteristic> asked = entries.get(i).characteristic();
            if (asked.isEmpty()) {
                gathering.put(i, entries.get(i).known());
            } else if (mayWait(asked.get())) {
                byLane.computeIfAbsent(asked.get().lane(), lane -> new LinkedHashMap<>())
                        .put(i, asked.get());
            } else {
                ask(asked.get(), i, gathering);
            }
        }
        byLane.forEach((lane, asked) -> new GroupedReads(lane, asked, gathering, lanes)
                .offer()
                .forEach(index -> gathering.put(index, Result.failed(HapStatus.BUSY))));
        gathering.begun();
    }

    private static boolean mayWait(PublishedCharacteristic characteristic) {
        return characteristic.presence() == Presence.ATTACHED
                && !characteristic.definition().isDirect()
                && !characteristic.is(Trait.NULL_ON_READ);
    }

    private void ask(PublishedCharacteristic characteristic, int index, RequestResults gathering) {
        if (characteristic.is(Trait.NULL_ON_READ)) {
            gathering.put(index, Result.of(Value.NULL));
        } else if (characteristic.presence() == Presence.ATTACHED) {
            call(characteristic, index, gathering);
        } else if (characteristic.presence() == Presence.AWAITED) {
            await(characteristic, index, gathering);
        } else {
            miss(characteristic, index, gathering);
        }
    }

    private void call(PublishedCharacteristic characteristic, int index, RequestResults gathering) {
        Runnable call = () -> readNow(characteristic, lanes).thenAccept(result -> gathering.put(index, result));
        if (characteristic.definition().isDirect()) {
            call.run();
        } else {
            offer(characteristic.lane(), List.of(index), gathering, call);
        }
    }

    private void await(PublishedCharacteristic characteristic, int index, RequestResults gathering) {
        gathering.waitsForSomebody(
                index,
                characteristic::missed,
                () -> characteristic.whenDecided(found -> {
                    gathering.hasSomebody(index);
                    if (found.isPresent() && found.get().presence() == Presence.ATTACHED) {
                        call(found.get(), index, gathering);
                    } else {
                        miss(found.orElse(characteristic), index, gathering);
                    }
                }));
    }

    private static void miss(PublishedCharacteristic characteristic, int index, RequestResults gathering) {
        characteristic.missed();
        gathering.put(index, Result.failed(HapStatus.UNABLE_TO_COMMUNICATE));
    }

    private void offer(CallLanes.Lane lane, List<Integer> indices, RequestResults gathering, Runnable run) {
        boolean taken = lanes.offer(new CallLanes.Call() {
            @Override
            public CallLanes.Lane lane() {
                return lane;
            }

            @Override
            public boolean isWanted() {
                return indices.stream().anyMatch(gathering::isWaitingFor);
            }

            @Override
            public void run() {
                run.run();
            }
        });
        if (!taken) {
            indices.forEach(index -> gathering.put(index, Result.failed(HapStatus.BUSY)));
        }
    }

    private static boolean isDirect(List<WriteEntry> entries, List<Integer> indices) {
        return indices.stream()
                .map(index -> entries.get(index).characteristic().orElseThrow())
                .allMatch(characteristic -> characteristic.definition().isDirect());
    }

    static CompletionStage<Result> readNow(PublishedCharacteristic characteristic, CallLanes lanes) {
        long asked = characteristic.moment();
        return guarded(
                        characteristic,
                        lanes,
                        "the read of ",
                        () -> characteristic.definition().reader().orElseThrow().get())
                .handle((value, failure) -> failure != null
                        ? failed(characteristic, failure)
                        : characteristic
                                .told(value, asked)
                                .map(Result::of)
                                .orElse(Result.failed(HapStatus.UNABLE_TO_COMMUNICATE)))
                .whenComplete((result, none) -> {
                    if (!result.isSuccess()) {
                        characteristic.missed();
                    }
                });
    }

    static Result failed(PublishedCharacteristic characteristic, Throwable failure) {
        LOG.debug("{} of {} failed", characteristic.definition(), characteristic.id(), failure);
        return Result.of(failure);
    }

    /** Calls a function of a contributor; one that throws what is no status is told to people. */
    static <T> CompletionStage<T> guarded(
            PublishedCharacteristic characteristic,
            CallLanes lanes,
            String what,
            Supplier<CompletionStage<T>> foreign) {
        try {
            return lanes.inPlace(
                    characteristic.lane(),
                    what + characteristic.definition().type().name(),
                    () -> Objects.requireNonNull(foreign.get(), "it gives no stage"));
        } catch (Throwable failure) {
            if (!(failure instanceof HapStatusException)) {
                lanes.failed(
                        characteristic.lane(),
                        what + characteristic.definition().type().name(),
                        failure);
            }
            return CompletableFuture.failedFuture(failure);
        }
    }
}
