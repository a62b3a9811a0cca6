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
 * The transition of one lamp while it runs. One timer updates the lamp at its interval, and soon after something has changed
 * that decides its colour; the timer works in the queue of the bridge. A lamp that is off is left alone, because many would
 * switch on with a command; it gets its colour when it has been switched on. Safe for all threads.
 */
final class RunningTransition {
    private static final Duration SOON = Duration.ofMillis(200);

    private final CharacteristicId id;
    private final ValueTransition transition;
    private final TransitionContext context;
    private final ChangeAttribution attribution;
    private Optional<Future<?>> waiting = Optional.empty();
    private OptionalLong toldAt = OptionalLong.empty();
    private boolean isUpdateDue;
    private boolean ended;

    RunningTransition(CharacteristicId id, ValueTransition transition, TransitionContext context) {
        this.id = id;
        this.transition = transition;
        this.context = context;
        this.attribution = new ChangeAttribution(context.now());
    }

    CharacteristicId id() {
        return id;
    }

    ValueTransition transition() {
        return transition;
    }

    /** Begins to follow the curve. */
    synchronized void begin() {
        plan(Duration.ZERO);
    }

    /** Something has changed: updates the lamp soon. */
    synchronized void updateSoon() {
        if (!isUpdateDue && !ended) {
            isUpdateDue = true;
            plan(SOON);
        }
    }

    /** Leaves the lamp alone from now on. */
    synchronized void stop() {
        ended = true;
        waiting.ifPresent(timer -> timer.cancel(false));
    }

    /** Whose doing it is that the lamp has another colour. */
    synchronized ChangeAttribution.Origin judge(CharacteristicType characteristic, Value change) {
        return attribution.judge(characteristic, change, context.now());
    }

    private void plan(Duration delay) {
        if (!ended) {
            waiting.ifPresent(timer -> timer.cancel(false));
            waiting = Optional.of(context.bridge().schedule(delay, this::update));
        }
    }

    private void update() {
        synchronized (this) {
            isUpdateDue = false;
            plan(transition.interval());
        }
        Optional<TransitionCurve.Point> point = transition.curve().at(transition.elapsed(context.now()));
        if (point.isEmpty()) {
            context.end(this);
            return;
        }
        context.lamp(id)
                .filter(AdaptiveLamp::present)
                .ifPresent(lamp -> context.bridge()
                        .read(List.of(lamp.on(), lamp.brightness()))
                        .thenAccept(values -> apply(lamp, point.get(), values)));
    }

    private void apply(AdaptiveLamp lamp, TransitionCurve.Point point, Map<CharacteristicId, Value> values) {
        Optional<Value> brightness = Optional.ofNullable(values.get(lamp.brightness()));
        if (Value.TRUE.equals(values.get(lamp.on())) && brightness.isPresent()) {
            long mired = transition.curve().mired(point, ChangeAttribution.number(brightness.get()));
            lamp.legal(mired).ifPresent(legal -> command(lamp, legal));
        }
    }

    private void command(AdaptiveLamp lamp, Value mired) {
        boolean telling;
        synchronized (this) {
            if (ended) {
                return;
            }
            long now = context.now();
            attribution.command(Math.round(ChangeAttribution.number(mired)), now);
            telling = toldAt.isEmpty()
                    || now - toldAt.getAsLong() >= transition.threshold().toMillis();
        }
        context.bridge().write(lamp.id(), mired).thenAccept(status -> {
            if (telling && status == HapStatus.SUCCESS) {
                tell(lamp, mired);
            }
        });
    }

    private void tell(AdaptiveLamp lamp, Value commanded) {
        Value mired;
        synchronized (this) {
            if (ended) {
                return;
            }
            toldAt = OptionalLong.of(context.now());
            mired = attribution.told().orElse(commanded);
        }
        context.bridge().tell(lamp.id(), mired);
        context.bridge().schedule(Duration.ofMillis(ChangeAttribution.PATIENCE_MILLIS), this::tellColour);
    }

    private void tellColour() {
        synchronized (this) {
            if (ended) {
                return;
            }
        }
        context.lamp(id)
                .ifPresent(lamp -> Stream.of(lamp.hue(), lamp.saturation())
                        .flatMap(Optional::stream)
                        .forEach(each -> context.bridge()
                                .known(each)
                                .ifPresent(value -> context.bridge().tell(each, value))));
    }
}
