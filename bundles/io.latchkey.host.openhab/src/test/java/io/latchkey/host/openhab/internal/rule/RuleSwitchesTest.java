// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.api.testing.FakeBridge;
import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.testing.ManualWorkers;
import io.latchkey.api.testing.ShownCharacteristic;
import io.latchkey.host.openhab.internal.item.FakeOpenhab;
import io.latchkey.host.openhab.internal.item.SettleTimer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhab.core.automation.RuleStatus;

/** Scenes and rules of openHAB, as a bridge shows and runs them. */
class RuleSwitchesTest {
    private final FakeRules rules = new FakeRules();
    private final FakeOpenhab.Readiness readiness = new FakeOpenhab.Readiness();
    private final ManualWorkers workers = new ManualWorkers();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean isBusy;
    private RuleSwitches switches;
    private FakeBridge bridge;

    @BeforeEach
    void start() {
        rules.put("night", "Good Night!", "Scene");
        rules.put("vacuum", "Vacuum", "HomeKit", "Script");
        rules.put("secret", "Secret");
        switches = new RuleSwitches(rules, rules, readiness, workers, new InlineContributors(this::run));
        switches.bindManagedRules(rules.stored);
    }

    @AfterEach
    void stop() {
        switches.deactivate();
        assertEquals(Set.of(), rules.listeners());
        assertEquals(0, readiness.trackers());
    }

    @Test
    void aBridgeWithoutTagsShowsNoneAndWaitsForNothing() {
        open();
        assertEquals(List.of(), bridge.present());
        assertTrue(bridge.isComplete());
    }

    @Test
    void rulesWithOneOfTheTagsAreSwitches() {
        open("Scene", "HomeKit");
        assertFalse(bridge.isComplete());
        readiness.reach(50);
        assertTrue(bridge.isComplete());
        assertEquals(List.of("night", "vacuum"), bridge.present());
        assertEquals("Good Night", bridge.accessory("night").info().name());
    }

    @Test
    void switchedOnARuleRunsAndIsOffAgainAfterASecond() {
        up("Scene");
        ShownCharacteristic on = on("night");
        on.write(Value.TRUE);
        assertEquals(List.of("night false {latchkeyController=test}"), rules.ran);
        assertEquals(Value.TRUE, on.read());
        workers.pass(Duration.ofMillis(900));
        on.write(Value.TRUE);
        workers.pass(Duration.ofMillis(900));
        assertEquals(Value.TRUE, on.read());
        workers.pass(Duration.ofMillis(100));
        assertEquals(Value.FALSE, on.read());
        List<Value> heard = on.events();
        assertEquals(Value.FALSE, heard.get(heard.size() - 1));
        assertEquals(2, rules.ran.size());
    }

    @Test
    void switchedOffNothingRuns() {
        up("Scene");
        on("night").write(Value.FALSE);
        assertEquals(List.of(), rules.ran);
    }

    @Test
    void oneThatCantBeRunIsRefusedAndNamed() {
        up("Scene");
        rules.disabled.add("night");
        assertEquals(HapStatus.NOT_ALLOWED_IN_CURRENT_STATE, refusal());
        assertEquals(
                List.of("rule night (Good Night) can't be run: it is disabled: enable it in openHAB"),
                bridge.notices());
        rules.disabled.clear();
        rules.states.put("night", RuleStatus.UNINITIALIZED);
        assertEquals(HapStatus.UNABLE_TO_COMMUNICATE, refusal());
        assertEquals(1, bridge.notices().size());
        rules.states.put("night", RuleStatus.RUNNING);
        assertEquals(HapStatus.BUSY, refusal());
        assertEquals(List.of(), bridge.notices());
        assertEquals(List.of(), rules.ran);
        assertEquals(Value.FALSE, on("night").read());
    }

    @Test
    void oneThatThrowsIsRefused() {
        up("Scene");
        rules.script = () -> {
            throw new IllegalStateException("broken");
        };
        assertEquals(HapStatus.UNABLE_TO_COMMUNICATE, refusal());
        assertEquals(Value.FALSE, on("night").read());
    }

    @Test
    void oneThatRunsForLongIsAnsweredAfterASecond() {
        up("Scene");
        rules.script = () -> workers.pass(RuleRuns.PATIENCE);
        on("night").write(Value.TRUE);
        assertEquals(Value.TRUE, on("night").read());
    }

    @Test
    void whereTooManyRunItIsBusyAndNeverRunsLater() {
        up("Scene");
        isBusy = true;
        RuleRuns runs = new RuleRuns(rules, new InlineContributors(this::run), workers);
        var result = runs.run("night", FakeBridge.CONTROLLER).toCompletableFuture();
        workers.pass(RuleRuns.PATIENCE);
        assertTrue(result.isCompletedExceptionally());
        waiting.forEach(Runnable::run);
        assertEquals(List.of(), rules.ran);
    }

    @Test
    void aNewNameMovesNothing() {
        up("Scene");
        rules.put("night", "Sleep well", "Scene");
        settle();
        assertEquals(List.of("night"), bridge.present());
        assertEquals("Sleep well", bridge.accessory("night").info().name());
    }

    @Test
    void oneWithoutItsTagIsUnasked() {
        up("Scene");
        rules.put("night", "Good Night", "Other");
        settle();
        assertEquals(Absence.Cause.UNASKED, cause());
    }

    @Test
    void oneThatPeopleDeletedIsDeletedForAsLongAsItIsGone() {
        up("Scene");
        rules.delete("night");
        settle();
        assertEquals(Absence.Cause.DELETED, cause());
        rules.put("other", "Other", "Scene");
        settle();
        assertEquals(Absence.Cause.DELETED, cause());
        rules.put("night", "Good Night", "Scene");
        settle();
        assertEquals(List.of("other", "night"), bridge.present());
        rules.remove("night");
        settle();
        assertEquals(Absence.Cause.MISSING, cause(), "a file with a slip");
    }

    @Test
    void whileOpenhabStartsTheHostIsAway() {
        rules.remove("night");
        bridge = FakeBridge.open(switches, Set.of("night"), view("Scene"));
        assertEquals(Absence.Cause.HOST_AWAY, cause());
        readiness.reach(50);
        assertEquals(Absence.Cause.MISSING, cause());
    }

    @Test
    void withoutTheSettingWhatWasShownIsUnasked() {
        readiness.reach(50);
        bridge = FakeBridge.open(switches, Set.of("night"), view());
        assertEquals(Absence.Cause.UNASKED, cause());
    }

    @Test
    void aBridgeThatHasLeftHearsNothing() {
        up("Scene");
        bridge.close();
        rules.put("another", "Another", "Scene");
        settle();
        assertEquals(List.of(), bridge.present());
    }

    private void run(Runnable work) {
        if (isBusy) {
            waiting.add(work);
        } else {
            work.run();
        }
    }

    private HapStatus refusal() {
        return assertThrows(HapStatusException.class, () -> on("night").write(Value.TRUE))
                .status();
    }

    private ShownCharacteristic on(String uid) {
        return bridge.characteristic(uid, CharacteristicTypes.ON);
    }

    private Absence.Cause cause() {
        return bridge.absence("night").orElseThrow().cause();
    }

    private void settle() {
        workers.pass(SettleTimer.LIMIT);
    }

    private void up(String... tags) {
        open(tags);
        readiness.reach(50);
    }

    private void open(String... tags) {
        bridge = FakeBridge.open(switches, Set.of(), view(tags));
    }

    private static BridgeView view(String... tags) {
        return new BridgeView("home", "Home", "", "", BridgeView.Expose.METADATA, Set.of(tags), "");
    }
}
