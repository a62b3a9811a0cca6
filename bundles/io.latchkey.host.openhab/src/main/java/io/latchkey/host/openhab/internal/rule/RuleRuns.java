// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.rule;

import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openhab.core.automation.RuleManager;
import org.openhab.core.automation.RuleStatus;

/**
 * Runs rules of openHAB on threads for foreign code. openHAB runs a rule on the thread that asks for it, until its end, which
 * may be minutes away, and tells nobody whether it failed: so a rule that can't be run is found out before, and one that runs
 * after a second has been run. Safe for all threads.
 */
final class RuleRuns {
    static final Duration PATIENCE = Duration.ofSeconds(1);
    /** The name under which a rule finds the id of the controller that had it run. */
    static final String CONTROLLER = "latchkeyController";

    private static final String THREADS = "rules of openHAB";

    private final RuleManager manager;
    private final Contributors contributors;
    private final Workers workers;

    RuleRuns(RuleManager manager, Contributors contributors, Workers workers) {
        this.manager = manager;
        this.contributors = contributors;
        this.workers = workers;
    }

    /** Looks at openHAB's rules on a thread for foreign code. */
    void look(Runnable work) {
        contributors.execute(THREADS, work);
    }

    /** Why a rule can't be run, for people, whenever that is asked; empty when it can, or runs at the moment. */
    Optional<String> trouble(String uid) {
        return refusal(uid).filter(why -> why.status() != HapStatus.BUSY).map(HapStatusException::getMessage);
    }

    /**
     * Runs a rule without regard to its conditions, as openHAB's pages do.
     *
     * @return ends when it has ended, or runs after {@link #PATIENCE}; fails with a {@link HapStatusException} when it can't be
     *     run
     */
    CompletionStage<Void> run(String uid, ControllerId controller) {
        Optional<HapStatusException> refusal = refusal(uid);
        if (refusal.isPresent()) {
            return CompletableFuture.failedFuture(refusal.get());
        }
        CompletableFuture<Void> result = new CompletableFuture<>();
        AtomicBoolean isDecided = new AtomicBoolean();
        try {
            Future<?> late = workers.schedule(PATIENCE, () -> {
                if (isDecided.compareAndSet(false, true)) {
                    result.completeExceptionally(busy("too many rules are running"));
                } else {
                    result.complete(null);
                }
            });
            contributors.execute(
                    "rule " + uid,
                    () -> { // each in a lane of its own: one may take minutes
                        if (isDecided.compareAndSet(false, true)) {
                            runNow(uid, controller, result);
                        }
                        late.cancel(false);
                    });
        } catch (RejectedExecutionException full) {
            isDecided.set(true);
            result.completeExceptionally(busy("too many rules wait"));
        }
        return result;
    }

    private void runNow(String uid, ControllerId controller, CompletableFuture<Void> result) {
        try {
            manager.runNow(uid, false, Map.of(CONTROLLER, controller.text()));
            result.complete(null);
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            result.completeExceptionally(
                    new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "it failed: " + failure.getMessage()));
        }
    }

    private Optional<HapStatusException> refusal(String uid) {
        RuleStatus status = manager.getStatus(uid);
        if (status == null) {
            return Optional.of(new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "openHAB doesn't know it"));
        }
        if (Boolean.FALSE.equals(manager.isEnabled(uid))) {
            return Optional.of(new HapStatusException(
                    HapStatus.NOT_ALLOWED_IN_CURRENT_STATE, "it is disabled: enable it in openHAB"));
        }
        if (status == RuleStatus.RUNNING) {
            return Optional.of(busy("it is running"));
        }
        return status == RuleStatus.IDLE
                ? Optional.empty()
                : Optional.of(new HapStatusException(
                        HapStatus.UNABLE_TO_COMMUNICATE, "openHAB can't run it: its page in openHAB says why"));
    }

    private static HapStatusException busy(String why) {
        return new HapStatusException(HapStatus.BUSY, why);
    }
}
