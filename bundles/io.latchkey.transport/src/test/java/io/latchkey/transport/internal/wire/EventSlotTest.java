// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Event;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Which events leave together, and when. */
class EventSlotTest {
    /** 149 accessories of 40 characteristics each. */
    private static final int LARGE_HOME = 149 * 40;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long START = Long.MAX_VALUE - SECOND / 2; // the clock may overflow at any time

    private final EventSlot slot = slot(true);

    @Test
    void emptySlotIsNeverDue() {
        assertEquals(EventSlot.NEVER, slot.dueIn(START));
        assertEquals(List.of(), slot.take(START));
    }

    @Test
    void messagesAreASecondApart() {
        slot.offer(event(1, 1), EventUrgency.COALESCED, START);
        assertEquals(List.of(event(1, 1)), slot.take(START));
        slot.offer(event(1, 2), EventUrgency.COALESCED, START);
        slot.offer(event(2, 1), EventUrgency.COALESCED, START);
        slot.offer(event(1, 3), EventUrgency.COALESCED, START);
        assertEquals(1, slot.dueIn(START + SECOND - 1));
        assertEquals(List.of(), slot.take(START + SECOND - 1));
        assertEquals(List.of(event(2, 1), event(1, 3)), slot.take(START + SECOND));
    }

    @Test
    void promptEventsAreAQuarterOfASecondApart() {
        slot.offer(event(1, 1), EventUrgency.COALESCED, START);
        slot.take(START);
        slot.offer(event(2, 1), EventUrgency.PROMPT, START);
        assertEquals(1, slot.take(START + 1).size());
        slot.offer(event(2, 2), EventUrgency.PROMPT, START);
        assertEquals(SECOND / 4, slot.dueIn(START + 1));
        assertEquals(1, slot.take(START + 1 + SECOND / 4).size());
    }

    @Test
    void promptEventsWaitLikeOthersWhereThatIsWanted() {
        EventSlot patient = slot(false);
        patient.offer(event(1, 1), EventUrgency.COALESCED, START);
        patient.take(START);
        patient.offer(event(2, 1), EventUrgency.PROMPT, START);
        assertEquals(SECOND, patient.dueIn(START));
    }

    @Test
    void pressesLeaveAloneBeforeOthersAndDoNotDelayThem() {
        slot.offer(event(1, 1), EventUrgency.COALESCED, START);
        slot.offer(event(2, 0), EventUrgency.EACH, START);
        slot.offer(event(2, 0), EventUrgency.EACH, START);
        assertEquals(List.of(event(2, 0)), slot.take(START));
        assertEquals(List.of(event(2, 0)), slot.take(START));
        assertEquals(List.of(event(1, 1)), slot.take(START));
        slot.offer(event(2, 1), EventUrgency.EACH, START);
        assertTrue(slot.dueIn(START) <= 0);
    }

    @Test
    void roomIsBounded() {
        for (int i = 0; i < EventSlot.MAXIMUM_PRESSES; i++) {
            assertTrue(slot.offer(event(1, i), EventUrgency.EACH, START));
        }
        assertFalse(slot.offer(event(1, 0), EventUrgency.EACH, START));
    }

    @Test
    void aLargeHomeThatChangesAtOnceHasRoomForEachCharacteristic() {
        for (int i = 1; i <= LARGE_HOME; i++) {
            assertTrue(slot.offer(event(i, 1), EventUrgency.COALESCED, START));
            assertTrue(slot.offer(event(i, 2), EventUrgency.COALESCED, START));
        }
        assertEquals(LARGE_HOME, slot.take(START).size());
    }

    @Test
    void withdrawnCharacteristicIsForgotten() {
        slot.offer(event(1, 1), EventUrgency.PROMPT, START);
        slot.offer(event(1, 1), EventUrgency.EACH, START);
        slot.offer(event(2, 1), EventUrgency.EACH, START);
        slot.withdraw(CharacteristicId.of(1, 1));
        assertEquals(List.of(event(2, 1)), slot.take(START));
        assertEquals(EventSlot.NEVER, slot.dueIn(START));
        slot.offer(event(1, 1), EventUrgency.COALESCED, START);
        slot.clear();
        assertEquals(EventSlot.NEVER, slot.dueIn(START));
    }

    @Test
    void whatIsTakenAsSoonAsItMayLeaveIsNotLate() {
        slot.offer(event(1, 1), EventUrgency.COALESCED, START);
        slot.take(START);
        assertEquals(0, slot.late());
        slot.offer(event(1, 2), EventUrgency.COALESCED, START + SECOND / 2);
        slot.take(START + SECOND);
        assertEquals(0, slot.late());
    }

    @Test
    void latenessCountsFromTheMomentWhenItCouldHaveLeft() {
        slot.offer(event(1, 1), EventUrgency.COALESCED, START);
        slot.take(START);
        slot.offer(event(1, 2), EventUrgency.COALESCED, START + SECOND / 2);
        slot.offer(event(1, 3), EventUrgency.COALESCED, START + 3 * SECOND);
        slot.take(START + 4 * SECOND);
        assertEquals(3 * SECOND, slot.late());
        slot.offer(event(1, 4), EventUrgency.COALESCED, START + 9 * SECOND);
        slot.take(START + 11 * SECOND);
        assertEquals(2 * SECOND, slot.late());
    }

    @Test
    void aPressIsLateFromItsOwnMomentOn() {
        slot.offer(event(1, 0), EventUrgency.EACH, START);
        slot.offer(event(1, 0), EventUrgency.EACH, START + SECOND);
        slot.take(START + 5 * SECOND);
        assertEquals(5 * SECOND, slot.late());
        slot.take(START + 5 * SECOND);
        assertEquals(4 * SECOND, slot.late());
    }

    @Property(tries = 300)
    void lastValueIsAlwaysToldAndPacingKept(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 9) Integer> characteristics,
            @ForAll @IntRange(min = 0, max = 700) int stepMillis) {
        EventSlot any = slot(true);
        Map<CharacteristicId, Value> offered = new HashMap<>();
        Map<CharacteristicId, Value> told = new HashMap<>();
        long now = START;
        long last = START - SECOND;
        for (int i = 0; i < characteristics.size(); i++) {
            Event event = event(characteristics.get(i) + 1, i);
            offered.put(event.id(), event.value());
            assertTrue(any.offer(event, EventUrgency.COALESCED, now));
            List<Event> message = any.take(now);
            assertTrue(message.isEmpty() || now - last >= SECOND);
            last = message.isEmpty() ? last : now;
            message.forEach(one -> told.put(one.id(), one.value()));
            now += Duration.ofMillis(stepMillis).toNanos();
        }
        any.take(now + SECOND).forEach(one -> told.put(one.id(), one.value()));
        assertEquals(offered, told);
    }

    private static EventSlot slot(boolean prompt) {
        return new EventSlot(Duration.ofSeconds(1), prompt, START);
    }

    private static Event event(long aid, long value) {
        return new Event(CharacteristicId.of(aid, 1), Value.of(value));
    }
}
