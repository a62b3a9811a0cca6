// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak.home;

import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessorySink;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Makes the characteristics of the home. Those of odd numbers take a moment for each read and write. */
final class Things {
    private final AccessorySink sink;
    private final Movement movement;
    private final Executor moment;

    /**
     * Makes things for one bridge.
     *
     * @param moment runs what it is given a little later
     */
    Things(AccessorySink sink, Movement movement, Executor moment) {
        this.sink = sink;
        this.movement = movement;
        this.moment = moment;
    }

    /** A number that controllers raise. */
    Characteristic number(String name, int number, Set<Permission> permissions) {
        Rising state = new Rising(sink, Value::of);
        var definition = Characteristic.of(SoakTypes.NUMBER).permissions(permissions);
        if (number % 2 == 0) {
            definition.value(state::value).write(write -> {
                state.raise(((Value.Whole) write.value()).number());
                return CompletableFuture.completedFuture(state.value());
            });
        } else {
            definition
                    .read(() -> CompletableFuture.supplyAsync(state::value, moment))
                    .write(write -> {
                        long written = ((Value.Whole) write.value()).number();
                        return CompletableFuture.runAsync(() -> state.raise(written), moment)
                                .thenApply(done -> state.value());
                    });
        }
        return state.announcedAs(definition.description(name).build());
    }

    /** A number that controllers raise, as a text. */
    Characteristic word(String name) {
        Rising state = new Rising(sink, number -> Value.of(SoakHome.word(number)));
        return state.announcedAs(Characteristic.of(SoakTypes.WORD)
                .value(state::value)
                .onWrite(written -> state.raise(SoakHome.number(((Value.Text) written).text())))
                .description(name)
                .build());
    }

    /** A number that rises by itself. */
    Characteristic tick(String name, int beats) {
        Rising state = new Rising(sink, Value::of);
        movement.every(beats, state::raise);
        return state.announcedAs(Characteristic.of(SoakTypes.NUMBER)
                .permissions(SoakTypes.SHOWN)
                .value(state::value)
                .description(name)
                .build());
    }

    /** A value that is what was written last. */
    Characteristic plain(String name, CharacteristicType type, Value initial) {
        AtomicReference<Value> state = new AtomicReference<>(initial);
        AtomicReference<Characteristic> handle = new AtomicReference<>();
        handle.set(Characteristic.of(type)
                .value(state::get)
                .onWrite(written -> {
                    synchronized (state) {
                        state.set(written);
                        sink.changed(handle.get(), written);
                    }
                })
                .description(name)
                .build());
        return handle.get();
    }

    /** A button that presses itself, in turn single, double and long, several times at once. */
    Characteristic press(String name, int beats, int times) {
        AtomicInteger next = new AtomicInteger();
        Characteristic button = Characteristic.of(CharacteristicTypes.PROGRAMMABLE_SWITCH_EVENT)
                .description(name)
                .build();
        movement.every(beats, () -> {
            for (int time = 0; time < times; time++) {
                sink.changed(button, Value.of((long) next.getAndIncrement() % 3));
            }
        });
        return button;
    }

    /** Motion that comes and goes. */
    Characteristic motion(String name, int beats) {
        AtomicBoolean state = new AtomicBoolean();
        Characteristic motion = Characteristic.of(CharacteristicTypes.MOTION_DETECTED)
                .value(() -> Value.of(state.get()))
                .description(name)
                .build();
        movement.every(beats, () -> {
            state.set(!state.get());
            sink.changed(motion, Value.of(state.get()));
        });
        return motion;
    }

    /** Stops and starts all movement; can't be subscribed to. */
    Characteristic calm(String name) {
        AtomicReference<Value> state = new AtomicReference<>(Value.FALSE);
        return Characteristic.of(CharacteristicTypes.ON)
                .permissions(Set.of(Permission.PAIRED_READ, Permission.PAIRED_WRITE))
                .value(state::get)
                .onWrite(written -> {
                    state.set(written);
                    movement.calm(written.equals(Value.TRUE));
                })
                .description(name)
                .build();
    }

    /** What can be written but not read. */
    Characteristic secret(String name) {
        return Characteristic.of(SoakTypes.NUMBER)
                .permissions(Set.of(Permission.PAIRED_WRITE))
                .onWrite(written -> {})
                .description(name)
                .build();
    }

    /** What says that it is busy, whatever is wanted of it. */
    Characteristic broken(String name) {
        HapStatusException busy = new HapStatusException(HapStatus.BUSY, "always");
        return Characteristic.of(SoakTypes.NUMBER)
                .read(() -> CompletableFuture.failedFuture(busy))
                .write(write -> CompletableFuture.failedFuture(busy))
                .description(name)
                .build();
    }

    /** What doesn't answer, but tells its value, which is always 7, from time to time. */
    Characteristic deaf(String name, int beats) {
        Characteristic deaf = Characteristic.of(SoakTypes.NUMBER)
                .permissions(SoakTypes.SHOWN)
                .read(CompletableFuture::new)
                .description(name)
                .build();
        movement.every(beats, () -> sink.changed(deaf, Value.of(7)));
        return deaf;
    }
}
