// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.wire;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Event;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * The events that wait for one session, and the rule of when they leave (HAP specification R2 section 6.8): a press alone
 * and at once, everything else together in one message when the time since the last one is over. Memory is bounded: one
 * value for each characteristic that the controller has subscribed to, 64 presses. Knows no thread and no clock: callers
 * lock and tell the time in nanoseconds.
 */
public final class EventSlot {
    /** How many presses may wait. */
    public static final int MAXIMUM_PRESSES = 64;
    /** What {@link #dueIn} says when nothing waits. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final Duration PROMPT_TIME = Duration.ofMillis(250);

    private final long coalescing;
    private final boolean promptAllowed;
    private final long promptTime;
    private final Map<CharacteristicId, Value> values = new LinkedHashMap<>();
    private final Set<CharacteristicId> prompt = new HashSet<>();
    private final Queue<Press> presses = new ArrayDeque<>();
    private long valuesSince;
    private long lastMessage;
    private long lastPrompt;
    private long late;

    /** A press, and since when it waits. */
    private record Press(Event event, long since) {}

    /**
     * Starts empty; the first event may leave at once.
     *
     * @param coalescing the least time between two messages
     * @param promptAllowed whether a prompt event may leave earlier
     * @param now the time
     */
    public EventSlot(Duration coalescing, boolean promptAllowed, long now) {
        this.coalescing = coalescing.toNanos();
        this.promptAllowed = promptAllowed;
        this.promptTime = Math.min(this.coalescing, PROMPT_TIME.toNanos());
        this.lastMessage = now - this.coalescing;
        this.lastPrompt = now - this.coalescing;
    }

    /**
     * Takes an event in.
     *
     * @param now the time
     * @return false when there is no room for a press, which means that the session has stalled
     */
    public boolean offer(Event event, EventUrgency urgency, long now) {
        if (urgency == EventUrgency.EACH) {
            return presses.size() < MAXIMUM_PRESSES && presses.add(new Press(event, now));
        }
        if (values.isEmpty()) {
            valuesSince = now;
        }
        values.remove(event.id()); // the newest value leaves last
        values.put(event.id(), event.value());
        if (urgency == EventUrgency.PROMPT && promptAllowed) {
            prompt.add(event.id());
        }
        return true;
    }

    /** Drops what waits for a characteristic. */
    public void withdraw(CharacteristicId id) {
        values.remove(id);
        prompt.remove(id);
        presses.removeIf(press -> press.event().id().equals(id));
    }

    /** Drops everything. */
    public void clear() {
        values.clear();
        prompt.clear();
        presses.clear();
    }

    /** In how many nanoseconds the next message may leave: 0 or less means now, {@link #NEVER} that nothing waits. */
    public long dueIn(long now) {
        if (!presses.isEmpty()) {
            return 0;
        }
        if (values.isEmpty()) {
            return NEVER;
        }
        long regular = lastMessage + coalescing - now;
        return prompt.isEmpty() ? regular : Math.min(regular, lastPrompt + promptTime - now);
    }

    /** The events of the message that may leave now; empty when none may. */
    public List<Event> take(long now) {
        if (dueIn(now) > 0) {
            return List.of();
        }
        Press press = presses.poll();
        if (press == null) {
            return takeValues(now);
        }
        late = now - press.since();
        return List.of(press.event());
    }

    /** How many nanoseconds ago the message that was taken last could have left, had it been taken then; 0 or more. */
    public long late() {
        return late;
    }

    private List<Event> takeValues(long now) {
        late = Math.min(-dueIn(now), now - valuesSince);
        List<Event> events = new ArrayList<>(values.size());
        values.forEach((id, value) -> events.add(new Event(id, value)));
        lastMessage = now;
        if (!prompt.isEmpty()) {
            lastPrompt = now;
        }
        values.clear();
        prompt.clear();
        return events;
    }
}
