// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.rule;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.LegalName;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.provider.AccessorySink;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.openhab.core.automation.Rule;

/**
 * A rule as a switch of one bridge: switched on it runs the rule, and it is off again by itself after {@link #SHOWN_ON}.
 * Switching it off does nothing. Safe for all threads.
 */
final class RuleSwitch {
    static final Duration SHOWN_ON = Duration.ofSeconds(1);

    private final String uid;
    private final String name;
    private final RuleRuns runs;
    private final Workers workers;
    private final AccessorySink sink;
    private final Runnable whenRun;
    private final Characteristic on;
    private final Accessory accessory;
    private Optional<Future<?>> turningOff = Optional.empty();
    private volatile Value state = Value.FALSE;

    /**
     * Makes the switch of a rule.
     *
     * @param whenRun hears that somebody has had it run, or has tried to
     */
    RuleSwitch(Rule rule, RuleRuns runs, Workers workers, AccessorySink sink, Runnable whenRun) {
        this.uid = rule.getUID();
        this.name = name(rule);
        this.runs = runs;
        this.workers = workers;
        this.sink = sink;
        this.whenRun = whenRun;
        this.on = Characteristic.of(CharacteristicTypes.ON)
                .value(() -> state)
                .write(this::written)
                .build();
        this.accessory = Accessory.of(uid)
                .name(name)
                .with(Service.of(ServiceTypes.SWITCH).primary().with(on).build())
                .build();
    }

    /** What people call the rule, as far as Home allows it. */
    static String name(Rule rule) {
        return Optional.ofNullable(rule.getName())
                .flatMap(LegalName::of)
                .or(() -> LegalName.of(rule.getUID()))
                .orElse("Rule");
    }

    String name() {
        return name;
    }

    Accessory accessory() {
        return accessory;
    }

    /** Tells that it is off, where one before it may have been on. */
    void isOff() {
        show(Value.FALSE);
    }

    private CompletionStage<Value> written(Write write) {
        if (!write.value().equals(Value.TRUE)) {
            show(Value.FALSE);
            return CompletableFuture.completedFuture(Value.NULL);
        }
        write.batch().commanded("rule " + uid, "run");
        return runs.run(uid, write.controller())
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        shine();
                    }
                    whenRun.run();
                })
                .thenApply(done -> Value.NULL);
    }

    private synchronized void shine() {
        show(Value.TRUE);
        turningOff.ifPresent(before -> before.cancel(false));
        try {
            turningOff = Optional.of(workers.schedule(SHOWN_ON, () -> show(Value.FALSE)));
        } catch (RejectedExecutionException stopping) {
            show(Value.FALSE);
        }
    }

    private void show(Value now) {
        state = now;
        sink.changed(on, now);
    }
}
