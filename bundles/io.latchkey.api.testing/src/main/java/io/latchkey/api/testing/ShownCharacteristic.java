// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.testing;

import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicType.Trait;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A characteristic of a {@link FakeBridge}, as a controller sees it that has subscribed to it. Its methods may be called on
 * any thread; they wait for at most five seconds, as long as a real bridge lets a provider take.
 */
public final class ShownCharacteristic {
    private static final long SECONDS = 5;

    private final FakeBridge bridge;
    private final String accessory;
    private final String service;
    private final CharacteristicType type;
    private final BlockingQueue<Value> events = new LinkedBlockingQueue<>();
    private Optional<Value> announced = Optional.empty();
    private Characteristic latest;

    ShownCharacteristic(FakeBridge bridge, String accessory, String service, CharacteristicType type) {
        this.bridge = bridge;
        this.accessory = accessory;
        this.service = service;
        this.type = type;
    }

    /**
     * What a controller is given that reads it: the value of the read function, made legal.
     *
     * @throws HapStatusException with the status that the controller gets instead
     * @throws AssertionError when the function fails otherwise, is late, or gives what can't be made legal
     */
    public Value read() {
        require(known(), Permission.PAIRED_READ, HapStatus.WRITE_ONLY);
        if (type.is(Trait.NULL_ON_READ)) {
            return Value.NULL;
        }
        Characteristic definition = attached();
        Value value = await(definition.reader().orElseThrow().get());
        return legal(definition, value);
    }

    /**
     * Writes a value as the only one of a request and waits until it is taken.
     *
     * @return the write response; {@link Value#NULL} when there is none
     * @throws HapStatusException with the status that the controller gets, also for a value that isn't within the limits
     * @throws AssertionError when the function fails otherwise or is late
     */
    public Value write(Value value) {
        List<Runnable> gathered = new ArrayList<>();
        CompletionStage<Value> answer =
                begin(new Write(value, FakeBridge.CONTROLLER, Optional.empty(), false, gathered::add));
        gathered.forEach(Runnable::run);
        return await(answer);
    }

    /** The values that were announced since they were asked for last, the oldest first. */
    public List<Value> events() {
        List<Value> heard = new ArrayList<>();
        events.drainTo(heard);
        return heard;
    }

    /**
     * Waits for the next value that is announced and wasn't asked for yet.
     *
     * @throws AssertionError when there is none in time
     */
    public Value nextEvent() {
        try {
            Value next = events.poll(SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError(this + " announced nothing within " + SECONDS + " s");
            }
            return next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    @Override
    public String toString() {
        return accessory + "/" + service + "/" + type;
    }

    boolean isSame(ShownCharacteristic other) {
        return accessory.equals(other.accessory) && service.equals(other.service) && type.equals(other.type);
    }

    /** The definition that counts, if the accessory is there. */
    Optional<Characteristic> definition() {
        Optional<Characteristic> now = bridge.definition(accessory, service, type);
        now.ifPresent(this::remember);
        return now;
    }

    private synchronized void remember(Characteristic definition) {
        latest = definition;
    }

    /** What a bridge remembers of it: while nobody is there, it knows what may be done all the same. */
    private Characteristic known() {
        Optional<Characteristic> now = definition();
        synchronized (this) {
            return now.orElse(latest);
        }
    }

    private void require(Characteristic definition, Permission permission, HapStatus otherwise) {
        if (!definition.allows(permission)) {
            throw new HapStatusException(otherwise, this + " doesn't allow " + permission);
        }
    }

    /** Hands a value to the write function, if a bridge would. */
    CompletionStage<Value> begin(Write write) {
        Characteristic remembered = known();
        require(remembered, Permission.PAIRED_WRITE, HapStatus.READ_ONLY);
        Value accepted = remembered
                .constraints()
                .accept(type.format(), write.value())
                .orElseThrow(
                        () -> new HapStatusException(HapStatus.INVALID_VALUE, this + " can't be " + write.value()));
        return attached()
                .writer()
                .orElseThrow()
                .apply(new Write(accepted, write.controller(), write.authorization(), write.remote(), write.batch()));
    }

    /** Waits for an answer, as long as a bridge does. */
    Value await(CompletionStage<Value> answer) {
        try {
            return answer.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError(this + " gave no answer within " + SECONDS + " s", late);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof HapStatusException status) {
                throw status;
            }
            throw new AssertionError(this + " failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    /** A value was announced. */
    synchronized void hear(Characteristic definition, Value value) {
        Optional<Value> legal = Optional.of(legal(definition, value));
        if (type.urgency() == EventUrgency.EACH || !legal.equals(announced)) {
            events.add(legal.get());
        }
        announced = legal;
    }

    private Characteristic attached() {
        return definition()
                .orElseThrow(() -> new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, this + " isn't there"));
    }

    private Value legal(Characteristic definition, Value value) {
        return definition
                .constraints()
                .fit(type.format(), value)
                .orElseThrow(() -> new AssertionError(this + " can't show " + value));
    }
}
