// SPDX-License-Identifier: EPL-2.0
package io.latchkey.measures.internal.micrometer;

import io.latchkey.api.bridge.BridgeMeasures;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.RequestKind;
import io.latchkey.api.bridge.RequestOutcome;
import io.latchkey.measures.internal.reading.MeasureNames;
import io.latchkey.measures.internal.reading.RecentMeasures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Makes the meters of one bridge in one registry. All of them are there from the beginning, so their number is fixed: what a
 * controller sends makes none.
 */
final class MeterSet {
    private static final List<Duration> SLOWER =
            List.of(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(5));

    private final MeterRegistry registry;
    private final Tags tags;
    private final RecentMeasures measures;
    private final List<Meter> meters = new ArrayList<>();

    MeterSet(MeterRegistry registry, String bridge, RecentMeasures measures) {
        this.registry = registry;
        this.tags = Tags.of("bridge", bridge);
        this.measures = measures;
    }

    List<Meter> register() {
        gauge("latchkey.ready", "Whether the bridge can be reached", Tags.empty(), MeterSet::ready);
        gauge("latchkey.controllers", "Paired controllers", Tags.empty(), BridgeMeasures::controllers);
        sessions();
        accessories();
        for (RequestKind kind : RequestKind.values()) {
            requests(kind);
        }
        events();
        count(
                "latchkey.answers.slow",
                "Reads and writes that took an accessory three seconds or longer",
                Tags.empty(),
                BridgeMeasures::slowAnswers);
        count(
                "latchkey.store.writes",
                "Changes of the memory of the bridge",
                Tags.of("status", "ok"),
                BridgeMeasures::storeWrites);
        count(
                "latchkey.store.writes",
                "Changes of the memory of the bridge",
                Tags.of("status", "failed"),
                BridgeMeasures::storeFailures);
        return meters;
    }

    private void sessions() {
        gauge("latchkey.sessions", "Open sessions", Tags.of("kind", "verified"), BridgeMeasures::verifiedSessions);
        gauge("latchkey.sessions", "Open sessions", Tags.of("kind", "unverified"), BridgeMeasures::unverifiedSessions);
        count("latchkey.sessions.opened", "Sessions that were opened", Tags.empty(), BridgeMeasures::openedSessions);
    }

    private void accessories() {
        gauge(
                "latchkey.accessories",
                "Accessories in Home",
                Tags.of("status", "present"),
                now -> now.accessories() - now.absentAccessories());
        gauge(
                "latchkey.accessories",
                "Accessories in Home",
                Tags.of("status", "absent"),
                BridgeMeasures::absentAccessories);
    }

    private void events() {
        count("latchkey.events", "Values that were told", Tags.empty(), BridgeMeasures::events);
        count(
                "latchkey.events.messages",
                "Event messages",
                Tags.of("status", "punctual"),
                now -> now.eventMessages() - now.lateEventMessages());
        count(
                "latchkey.events.messages",
                "Event messages",
                Tags.of("status", "late"),
                BridgeMeasures::lateEventMessages);
    }

    private void requests(RequestKind kind) {
        Tags ofKind = Tags.of("kind", MeasureNames.of(kind));
        for (RequestOutcome outcome : RequestOutcome.values()) {
            count(
                    "latchkey.requests",
                    "Requests",
                    ofKind.and("status", MeasureNames.of(outcome)),
                    now -> now.requests(kind).count(outcome));
        }
        for (Duration bound : SLOWER) {
            count(
                    "latchkey.requests.slower",
                    "Requests whose answer took longer",
                    ofKind.and("than", bound.toMillis() + "ms"),
                    now -> now.requests(kind).slowerThan(bound));
        }
        ToLongFunction<RecentMeasures> count = each -> each.now().requests(kind).count();
        ToDoubleFunction<RecentMeasures> nanos =
                each -> each.now().requests(kind).time().toNanos();
        meters.add(FunctionTimer.builder("latchkey.requests.time", measures, count, nanos, TimeUnit.NANOSECONDS)
                .description("How long answers took")
                .tags(tags.and(ofKind))
                .register(registry));
    }

    private void gauge(String name, String description, Tags more, ToDoubleFunction<BridgeMeasures> value) {
        meters.add(Gauge.builder(name, measures, each -> value.applyAsDouble(each.now()))
                .description(description)
                .tags(tags.and(more))
                .register(registry));
    }

    private void count(String name, String description, Tags more, ToDoubleFunction<BridgeMeasures> value) {
        meters.add(FunctionCounter.builder(name, measures, each -> value.applyAsDouble(each.now()))
                .description(description)
                .tags(tags.and(more))
                .register(registry));
    }

    private static double ready(BridgeMeasures now) {
        return now.state() == BridgeStatus.State.READY ? 1 : 0;
    }
}
