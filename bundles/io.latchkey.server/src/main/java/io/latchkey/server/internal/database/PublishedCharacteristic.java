// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicType.Trait;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.server.internal.work.CallLanes.Lane;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A characteristic that controllers can see: its address, its definition, and the memory of its values, which outlives the
 * definition when a contributor goes and comes back.
 */
public final class PublishedCharacteristic {
    private final CharacteristicId id;
    private final Characteristic definition;
    private final Lane lane;
    private final KnownValue memory;
    private final Presence presence;
    private final WaitingCalls waiting;

    PublishedCharacteristic(
            CharacteristicId id,
            Characteristic definition,
            Lane lane,
            KnownValue memory,
            Presence presence,
            WaitingCalls waiting) {
        this.id = id;
        this.definition = definition;
        this.lane = lane;
        this.memory = memory;
        this.presence = presence;
        this.waiting = waiting;
    }

    /** Its address. */
    public CharacteristicId id() {
        return id;
    }

    /** What it is. */
    public Characteristic definition() {
        return definition;
    }

    /** Where its functions run when they may block. */
    public Lane lane() {
        return lane;
    }

    /** The format of its values. */
    public Format format() {
        return definition.type().format();
    }

    /** Whether somebody stands behind it. */
    public Presence presence() {
        return presence;
    }

    /**
     * Calls back, on any thread, once it is known whether somebody attaches; what is published then may be another object.
     *
     * @return ends the waiting without a call
     */
    public Runnable whenDecided(Consumer<Optional<PublishedCharacteristic>> next) {
        return waiting.await(id, next);
    }

    /** What is published now under its address. */
    public Optional<PublishedCharacteristic> latest() {
        return waiting.latest(id);
    }

    /** Notes that somebody has asked for it in vain, so that subscribers hear of its value as soon as there is one. */
    public void missed() {
        memory.miss();
    }

    /** How its changes travel. */
    public EventUrgency urgency() {
        return definition.type().urgency();
    }

    /** Whether a controller may do that. */
    public boolean allows(Permission permission) {
        return definition.allows(permission);
    }

    /** Whether its type has that trait. */
    public boolean is(Trait trait) {
        return definition.type().is(trait);
    }

    /** The moment at which the host is about to be asked for a value. */
    public long moment() {
        return memory.moment();
    }

    /**
     * Makes a value of the host legal and remembers it; empty when nothing legal can be made of it.
     *
     * @param asked the moment at which the host was asked: what has been announced since then is newer
     */
    public Optional<Value> told(Value value, long asked) {
        Optional<Value> legal = legal(value);
        legal.ifPresent(known -> memory.know(known, asked));
        return legal;
    }

    /**
     * The value that is known, or a legal one that says nothing: there is always something to show in the list. Waits for an
     * announcement that is being handed to subscribers, so that no event with an older value follows what is shown.
     */
    public Value shown() {
        if (is(Trait.NULL_ON_READ)) {
            return Value.NULL;
        }
        synchronized (memory) {
            return memory.known().orElseGet(this::blank);
        }
    }

    /** Whether a value is known. */
    public boolean isKnown() {
        return memory.known().isPresent();
    }

    /** Makes a value of the host legal; empty when nothing legal can be made of it. */
    Optional<Value> legal(Value value) {
        return definition.constraints().fit(format(), value);
    }

    /**
     * Takes the announcement of a legal value; whoever announces holds the monitor of the {@link #memory} until the value has
     * been handed to subscribers. These have to hear of buttons always, of others when it is a new one.
     */
    boolean isNews(Value legal) {
        return memory.announce(legal) || urgency() == EventUrgency.EACH;
    }

    /** Whether the announcement of a legal value would be news now. */
    boolean wouldBeNews(Value legal) {
        return urgency() == EventUrgency.EACH || memory.wouldBeNews(legal);
    }

    KnownValue memory() {
        return memory;
    }

    /** A legal value that says nothing. */
    public Value blank() {
        return switch (format()) {
            case BOOL -> Value.FALSE;
            case STRING -> Value.of("");
            case TLV8, DATA -> Value.of(new byte[0]);
            default ->
                definition
                        .constraints()
                        .fit(format(), Value.of(0L))
                        .or(() -> definition.constraints().validValues().stream()
                                .findFirst()
                                .map(number -> Value.of((long) number)))
                        .orElse(Value.of(0L));
        };
    }
}
