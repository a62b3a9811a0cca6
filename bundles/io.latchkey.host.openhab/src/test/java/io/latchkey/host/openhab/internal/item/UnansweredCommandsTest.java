// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.PercentType;
import org.openhab.core.types.UnDefType;

/** Home tells an item something, and the item stays as it is: whoever shows the wish hears what is. */
class UnansweredCommandsTest {
    private final ItemRegistryRig rig = new ItemRegistryRig();

    private void tell(String item, ItemCommand command) {
        rig.registry.send(item, command, "test").toCompletableFuture().join();
    }

    /** None of the things is online. */
    @Test
    void aRefusalIsToldAtOnce() {
        rig.ready();
        tell("Fan", ItemState.OnOff.ON);
        assertTrue(rig.openhab.bus.tell(FakeOpenhab.predicted("Fan", OnOffType.OFF, true)));
        assertEquals(List.of("Fan=OFF"), rig.heard);
        rig.workers.pass(UnansweredCommands.PATIENCE);
        assertEquals(List.of("Fan=OFF"), rig.heard, "and once");
        assertEquals(0, rig.workers.pending());
    }

    /** A rule's command that is refused changes nothing: a button would be pressed by it. */
    @Test
    void whatOthersAreRefusedIsNoNews() {
        rig.ready();
        rig.openhab.bus.tell(FakeOpenhab.predicted("Fan", OnOffType.OFF, true));
        assertEquals(List.of(), rig.heard);
    }

    @Test
    void aPredictionMeansNothing() {
        rig.ready();
        tell("Fan", ItemState.OnOff.ON);
        assertFalse(rig.openhab.bus.tell(FakeOpenhab.predicted("Fan", OnOffType.ON, false)));
        assertEquals(List.of(), rig.heard);
        rig.openhab.update("Fan", OnOffType.ON);
        rig.workers.pass(UnansweredCommands.PATIENCE);
        assertEquals(List.of("Fan=ON"), rig.heard, "the device obeyed");
    }

    /** A prediction that nothing confirms, or an item with autoupdate=false of which nobody says anything. */
    @Test
    void whatIsntAnsweredStaysAsItIs() {
        rig.ready();
        tell("Fan", ItemState.OnOff.ON);
        rig.workers.pass(UnansweredCommands.PATIENCE.dividedBy(2));
        tell("Lamp", ItemState.Percent.of(80));
        rig.workers.pass(UnansweredCommands.PATIENCE.dividedBy(2));
        assertEquals(List.of("Fan=OFF"), rig.heard);
        rig.workers.pass(UnansweredCommands.PATIENCE.dividedBy(2));
        assertEquals(List.of("Fan=OFF", "Lamp=40"), rig.heard);
        assertEquals(0, rig.workers.pending());
    }

    @Test
    void aSecondCommandIsWaitedForAnew() {
        rig.ready();
        tell("Fan", ItemState.OnOff.ON);
        rig.workers.pass(UnansweredCommands.PATIENCE.minus(Duration.ofSeconds(1)));
        tell("Fan", ItemState.OnOff.ON);
        rig.workers.pass(Duration.ofSeconds(30));
        assertEquals(List.of(), rig.heard);
    }

    @Test
    void whatSaysWhereItIsOnlyWhenItHasStoppedIsWaitedFor() {
        rig.openhab.items.add(TestItem.of("Rollershutter", "Blind", new PercentType(0)));
        rig.openhab.items.add(TestItem.of("Switch", "New", UnDefType.NULL));
        rig.ready();
        tell("Blind", ItemState.Percent.of(100));
        tell("New", ItemState.OnOff.ON);
        rig.workers.pass(UnansweredCommands.PATIENCE.multipliedBy(2));
        assertEquals(List.of(), rig.heard);
        tell("Blind", ItemState.Percent.of(100));
        rig.openhab.bus.tell(FakeOpenhab.predicted("Blind", new PercentType(0), true));
        assertEquals(List.of("Blind=0"), rig.heard, "a refusal is one");
    }

    @Test
    void whatWasntSentIsntWaitedFor() {
        rig.ready();
        rig.openhab.bus.isDown = true;
        rig.registry.send("Fan", ItemState.OnOff.ON, "test");
        rig.openhab.bus.isDown = false;
        rig.workers.pass(UnansweredCommands.PATIENCE);
        assertEquals(List.of(), rig.heard);
    }

    @Test
    void nobodyWaitsAfterTheEnd() {
        rig.ready();
        tell("Fan", ItemState.OnOff.ON);
        rig.registry.deactivate();
        assertEquals(0, rig.workers.pending());
        rig.workers.pass(UnansweredCommands.PATIENCE);
        assertEquals(List.of(), rig.heard);
    }
}
