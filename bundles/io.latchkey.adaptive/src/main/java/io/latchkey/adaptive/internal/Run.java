// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * One lamp on its way along a curve. One timer wakes it at its interval, and soon after something has changed that the curve
 * looks at; it works in the queue of the bridge. A lamp that is off is left alone, because many would go
 * on with a command; it gets its colour when it has been switched on. Safe for all threads.
 */
final class Run {
    private static final Duration SOON = Duration.ofMillis(200);

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
    synchronized Echoes.Origin judge(CharacteristicType characteristic, Value change) {
        return echoes.judge(characteristic, change, home.now());
    }

    private void plan(Duration delay) {
        if (!ended) {
            waiting.ifPresent(timer -> timer.cancel(false));
            waiting = Optional.of(home.bridge().schedule(delay, this::update));
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
        home.light(id)
                .filter(Light::present)
                .ifPresent(light -> home.bridge()
                        .read(List.of(light.on(), light.brightness()))
                        .thenAccept(values -> apply(light, point.get(), values)));
    }

    private void apply(Light light, Curve.Point point, Map<CharacteristicId, Value> values) {
        Optional<Value> brightness = Optional.ofNullable(values.get(light.brightness()));
        if (Value.TRUE.equals(values.get(light.on())) && brightness.isPresent()) {
            long mired = transition.curve().mired(point, Echoes.number(brightness.get()));
            light.legal(mired).ifPresent(legal -> command(light, legal));
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
        home.bridge().write(light.id(), mired).thenAccept(status -> {
            if (telling && status == HapStatus.SUCCESS) {
                tell(light, mired);
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
        home.bridge().tell(light.id(), mired);
        home.bridge().schedule(Duration.ofMillis(Echoes.PATIENCE_MILLIS), this::tellColour);
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
                        .forEach(each -> home.bridge()
                                .known(each)
                                .ifPresent(value -> home.bridge().tell(each, value))));
    }
}
