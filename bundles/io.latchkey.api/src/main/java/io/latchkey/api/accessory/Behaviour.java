// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What relates the roles of one service to each other, as a pure step: from a state and what happened to the next
 * state and what shall be done. It keeps nothing, waits for nothing and never fails; {@code exposure} calls the steps
 * of one service one after another, gathers the writes of a request and owns the timer.
 *
 * @param <S> the state between steps, immutable
 */
@ConsumerType
public interface Behaviour<S> {

    /** The state before anything happened. */
    S initial();

    /**
     * One step.
     *
     * @param state what the step before gave
     * @param input what happened
     * @param scene the items in their roles
     */
    Step<S> step(S state, Input input, Scene scene);

    /**
     * The limits of a role that no item plays and that has a preset: those of its type, unless they follow from who
     * plays the others. Asked once, before anything is known of states and linked services; the preset is fitted into
     * them.
     *
     * @param role one with a preset
     * @param scene the items in their roles, without states
     */
    default Constraints limits(Role role, Scene scene) {
        return role.type().constraints();
    }

    /**
     * What a controller that reads is given instead of what was shown last, where that changes by the mere passing of
     * time; nobody is told of it. Empty for what was shown.
     *
     * @param state what the last step gave
     * @param role the one that is read
     * @param scene the items in their roles
     */
    default Optional<Value> reading(S state, Role role, Scene scene) {
        return Optional.empty();
    }

    /** What happened. */
    sealed interface Input {

        /**
         * An item got a state, not necessarily another one.
         *
         * @param roles the roles that the item plays
         * @param state what it is now
         */
        record Updated(List<Role> roles, ItemState state) implements Input {
            public Updated {
                roles = List.copyOf(roles);
            }
        }

        /**
         * A controller wrote: all of one request that concerns this service, also to roles that no item plays and
         * that have a preset. What {@linkplain Role#isKept() is kept} counts in the scene already; a refusal takes it
         * back.
         *
         * @param values by role
         */
        record Written(Map<Role, Value> values) implements Input {
            public Written {
                values = Map.copyOf(values);
            }
        }

        /** The time that a step asked for has passed. */
        record Elapsed() implements Input {}

        /**
         * Nothing of its own, but the scene isn't as it was: a service that is {@linkplain Scene#linked() linked} under
         * this one shows something else, or what somebody chose before a restart counts again.
         */
        record Changed() implements Input {}
    }

    /**
     * What shall be done.
     *
     * @param state for the next step
     * @param values to show from now on, whatever the items say, announced in this order; the others are converted by
     *     their mappings. Roles that no item plays can be shown if they have a preset and metadata fixed no value
     * @param commands to send, in this order
     * @param wakeUp when to step again with {@link Input.Elapsed}; replaces an earlier wish, empty leaves that as it is
     * @param refusal why a write isn't taken; the controller is told. Empty when it is, and for other inputs
     * @param <S> the state between steps
     */
    record Step<S>(
            S state,
            Map<Role, Value> values,
            List<Command> commands,
            Optional<Duration> wakeUp,
            Optional<HapStatus> refusal) {
        public Step {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            commands = List.copyOf(commands);
        }

        /** A step that refuses nothing. */
        public Step(S state, Map<Role, Value> values, List<Command> commands, Optional<Duration> wakeUp) {
            this(state, values, commands, wakeUp, Optional.empty());
        }

        /** The same, but a controller is told that its write wasn't taken. */
        public Step<S> refusing(HapStatus status) {
            return new Step<>(state, values, commands, wakeUp, Optional.of(status));
        }

        /** Nothing is to be done. */
        public static <S> Step<S> quiet(S state) {
            return new Step<>(state, Map.of(), List.of(), Optional.empty());
        }
    }

    /**
     * A command to the item in a role.
     *
     * @param service the key of the linked service whose role it is; empty for this service
     * @param role which item
     * @param command what it is told
     */
    record Command(Optional<String> service, Role role, ItemCommand command) {

        /** A command to the item in a role of this service. */
        public Command(Role role, ItemCommand command) {
            this(Optional.empty(), role, command);
        }
    }

    /** A service of the same accessory that is linked under this one, as the one above may know it. */
    interface Linked {

        /** The name of its {@link AccessoryType}. */
        String type();

        /** What a controller that reads it now is given; empty when it has no such characteristic. */
        Optional<Value> value(CharacteristicType characteristic);

        /** What tells its item a value; empty when no item can be told. */
        Optional<Command> command(CharacteristicType characteristic, Value value);
    }

    /** The items in their roles, at the moment of a step. */
    interface Scene {

        /** The time on a clock that never jumps, since some moment or other: only differences mean something. */
        default Duration clock() {
            return Duration.ofNanos(System.nanoTime());
        }

        /** The services that are linked under this one, in the order of the accessory. */
        default List<Linked> linked() {
            return List.of();
        }

        /** The names of the types under whose services this one is linked. */
        default Set<String> linkedUnder() {
            return Set.of();
        }

        /** Who plays that role; empty when no item does. */
        Optional<MappingContext> player(Role role);

        /** The state of the item in that role; {@link ItemState.Missing#NULL} when no item plays it. */
        ItemState state(Role role);

        /** Whether what controllers write to that role is kept, because no item plays it. */
        default boolean keeps(Role role) {
            return role.isKept() && player(role).isEmpty();
        }

        /**
         * What that state means, within the limits of the characteristic, or what metadata fixed, or somebody chose and is
         * kept, for a role that no item plays; empty when it means nothing.
         */
        default Optional<Value> value(Role role) {
            ItemState state = state(role);
            return player(role)
                    .flatMap(player -> (state instanceof ItemState.Missing missing
                                    ? role.mapping().missing(missing, player)
                                    : role.mapping().toValue(state, player))
                            .flatMap(value -> role.mapping()
                                    .constraints(player)
                                    .fit(role.type().format(), value)));
        }

        /** Whether no item tells what that role is: none plays it, or what it says means nothing there. */
        default boolean isUntold(Role role) {
            boolean isMissing = state(role) instanceof ItemState.Missing;
            return value(role).isEmpty() && (player(role).isEmpty() || !isMissing);
        }

        /** What tells the item in that role a value; empty when nothing does. */
        default Optional<Command> command(Role role, Value value) {
            return player(role)
                    .flatMap(player -> role.mapping().toCommand(value, player))
                    .map(command -> new Command(role, command));
        }
    }
}
