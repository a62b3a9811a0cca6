// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.transition;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.server.internal.access.Access.ReadEntry;
import io.latchkey.server.internal.access.Access.WriteEntry;
import io.latchkey.server.internal.access.Result;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * One lamp on its way along a curve. One timer wakes it at its interval, and soon after something has changed that the curve
 * looks at; it works on work threads and calls the lamp in its lane. A lamp that is off is left alone, because many would go
 * on with a command; it gets its colour when it has been switched on. Safe for all threads.
 */
final class Run {
    private static final Duration SOON = Duration.ofMillis(200);
    private static final ControllerId ITSELF = new ControllerId("latchkey.adaptive-lighting");

    private final CharacteristicId id;
    private final Transition transition;
    private final Home home;
    private final Echoes echoes;
    private Optional<Future<?>> waiting = Optional.empty();
    private OptionalLong toldAt = OptionalLong.empty();
    private boolean hurrying;
    private boolean ended;

    Run(CharacteristicId id, Transition transition, Home home) {
        this.id = id;
        this.transition = transition;
        this.home = home;
        this.echoes = new Echoes(home.now());
    }

    CharacteristicId id() {
        return id;
    }

    Transition transition() {
        return transition;
    }

    /** Sets out. */
    synchronized void begin() {
        plan(Duration.ZERO);
    }

    /** Something has changed: brings the lamp up to date soon. */
    synchronized void hurry() {
        if (!hurrying && !ended) {
            hurrying = true;
            plan(SOON);
        }
    }

    /** Leaves the lamp alone from now on. */
    synchronized void stop() {
        ended = true;
        waiting.ifPresent(timer -> timer.cancel(false));
    }

    /** Whose doing it is that the lamp has another colour. */
    synchronized Echoes.Origin judge(PublishedCharacteristic characteristic, Value change) {
        return echoes.judge(characteristic.definition().type(), change, home.now());
    }

    private void plan(Duration delay) {
        if (!ended) {
            waiting.ifPresent(timer -> timer.cancel(false));
            waiting = Optional.of(home.later(delay, this::update));
        }
    }

    private void update() {
        synchronized (this) {
            hurrying = false;
            plan(transition.interval());
        }
        Optional<Curve.Point> point = transition.curve().at(transition.elapsed(home.now()));
        if (point.isEmpty()) {
            home.end(this);
            return;
        }
        home.light(id).filter(Light::present).ifPresent(light -> {
            List<ReadEntry> entries = Stream.of(light.on(), light.brightness())
                    .map(each -> new ReadEntry(Optional.of(each), Result.DONE))
                    .toList();
            home.access().read(entries, results -> home.work(() -> apply(light, point.get(), results)));
        });
    }

    private void apply(Light light, Curve.Point point, List<Result> results) {
        Optional<Value> on = results.get(0).value();
        Optional<Value> brightness = results.get(1).value();
        if (on.equals(Optional.of(Value.TRUE)) && brightness.isPresent()) {
            long mired = transition.curve().mired(point, Echoes.number(brightness.get()));
            PublishedCharacteristic warmth = light.colorTemperature();
            warmth.definition()
                    .constraints()
                    .fit(warmth.format(), Value.of(mired))
                    .ifPresent(legal -> command(light, legal));
        }
    }

    private void command(Light light, Value mired) {
        boolean telling;
        synchronized (this) {
            if (ended) {
                return;
            }
            long now = home.now();
            echoes.command(Math.round(Echoes.number(mired)), now);
            telling = toldAt.isEmpty()
                    || now - toldAt.getAsLong() >= transition.threshold().toMillis();
        }
        Write write = new Write(mired, ITSELF, Optional.empty(), false, Runnable::run);
        WriteEntry entry =
                new WriteEntry(Optional.of(light.colorTemperature()), Optional.of(write), false, Result.DONE);
        home.access().write(List.of(entry), results -> {
            if (telling && results.get(0).isSuccess()) {
                home.work(() -> tell(light, mired));
            }
        });
    }

    private void tell(Light light, Value commanded) {
        Value mired;
        synchronized (this) {
            if (ended) {
                return;
            }
            toldAt = OptionalLong.of(home.now());
            mired = echoes.told().orElse(commanded);
        }
        home.tell(light.colorTemperature(), mired);
        home.later(Duration.ofMillis(Echoes.PATIENCE_MILLIS), this::tellColour);
    }

    private void tellColour() {
        synchronized (this) {
            if (ended) {
                return;
            }
        }
        home.light(id)
                .ifPresent(light -> Stream.of(light.hue(), light.saturation())
                        .flatMap(Optional::stream)
                        .filter(PublishedCharacteristic::isKnown)
                        .forEach(each -> home.tell(each, each.shown())));
    }
}
