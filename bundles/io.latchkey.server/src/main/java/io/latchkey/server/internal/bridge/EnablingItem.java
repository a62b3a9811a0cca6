// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.store.Configuration.Enabling;
import io.latchkey.server.internal.item.ItemWatch;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The item that says whether controllers may use the bridges of one configuration. Where it says nothing, because it isn't
 * there or has no state, its last word counts, also that of a former run; before its first word they may not. Hosts tell it on
 * their threads; it hands on what is new at once and in order. Safe for all threads.
 */
final class EnablingItem implements ItemWatch {
    private final String item;
    private final Predicate<String> hosts;
    private final Consumer<Enabling> whenSaid;
    private final Map<String, ItemState> states = new TreeMap<>();
    private Optional<Boolean> word = Optional.empty();
    private boolean hasSpoken;
    private boolean isClosed;

    /**
     * Begins without a word of it.
     *
     * @param hosts whose items count, by name
     * @param whenSaid gets each word of it that differs from the one before; returns at once
     */
    EnablingItem(String item, Predicate<String> hosts, Consumer<Enabling> whenSaid) {
        this.item = item;
        this.hosts = hosts;
        this.whenSaid = whenSaid;
    }

    @Override
    public String item() {
        return item;
    }

    /** Takes what is remembered of a former run, unless it has spoken in this one. */
    synchronized void recall(Optional<Enabling> remembered) {
        if (!hasSpoken && !isClosed) {
            remembered.filter(last -> last.item().equals(item)).ifPresent(last -> say(last.enabled()));
        }
    }

    @Override
    public synchronized void seen(String host, Optional<ItemState> state) {
        if (isClosed || !hosts.test(host)) {
            return;
        }
        state.ifPresentOrElse(now -> states.put(host, now), () -> states.remove(host));
        states.values().stream().findFirst().flatMap(EnablingItem::word).ifPresent(now -> {
            hasSpoken = true;
            say(now);
        });
    }

    /** Hands on nothing more. */
    synchronized void close() {
        isClosed = true;
    }

    /** Whether controllers may use the bridges. */
    synchronized boolean isEnabled() {
        return word.orElse(false);
    }

    /** Its last word, if there ever was one. */
    synchronized Optional<Enabling> last() {
        return word.map(now -> new Enabling(item, now));
    }

    /** Why it says nothing at the moment, with the mending, for people. */
    synchronized Optional<String> trouble() {
        Optional<ItemState> state = states.values().stream().findFirst();
        String stays = "the bridge stays " + (isEnabled() ? "on" : "off")
                + (word.isPresent() ? ", as it was told last" : ", because it never said anything else");
        if (state.isEmpty()) {
            return Optional.of("item " + item + ", which switches the bridge, isn't there: " + stays
                    + ". Make the item, or set enabledBy to another one");
        }
        return state.flatMap(EnablingItem::word).isPresent()
                ? Optional.empty()
                : Optional.of("item " + item + ", which switches the bridge, has the state "
                        + state.get().text() + ", which says neither on nor off: " + stays + ". Switch the item");
    }

    private void say(boolean enabled) {
        if (!word.equals(Optional.of(enabled))) {
            word = Optional.of(enabled);
            whenSaid.accept(new Enabling(item, enabled));
        }
    }

    /** What a state says; empty where it is neither on nor off. */
    static Optional<Boolean> word(ItemState state) {
        if (state instanceof ItemState.OnOff onOff) {
            return Optional.of(onOff.on());
        }
        if (state instanceof ItemState.OpenClosed contact) {
            return Optional.of(contact.open());
        }
        if (state instanceof ItemState.Percent percent) {
            return Optional.of(percent.number().signum() != 0);
        }
        if (state instanceof ItemState.Quantity number) {
            return Optional.of(number.number().signum() != 0);
        }
        return state instanceof ItemState.Hsb colour
                ? Optional.of(colour.brightness().signum() != 0)
                : Optional.empty();
    }
}
