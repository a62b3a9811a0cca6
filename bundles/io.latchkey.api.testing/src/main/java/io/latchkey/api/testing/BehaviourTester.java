// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Behaviour.Input;
import io.latchkey.api.accessory.Behaviour.Step;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs the behaviour of a type with items that stand still until the test moves them, as {@code exposure} would. Each
 * line is {@code what happens | what items are told | what is shown | when to wake}:
 *
 * <pre>
 * write TargetDoorState=1 | Relay OFF | TargetDoorState=1 CurrentDoorState=3 | 15
 * Contact CLOSED          |           | CurrentDoorState=1
 * wait                    |
 * </pre>
 *
 * What happens may also be that a linked service shows something: {@code Valve1 ActiveStatus=1 InUseStatus=1}. Of what is
 * shown only the named roles are looked at; a wake-up is in seconds, or {@code 50ms}, and only looked at when
 * it is there. A
 * refusal is told as {@code !} and its status.
 *
 * @param <S> the state of the behaviour
 */
public final class BehaviourTester<S> implements Behaviour.Scene {
    private final AccessoryType type;
    private final Behaviour<S> behaviour;
    private final Map<Role, MappingContext> players = new LinkedHashMap<>();
    private final Map<Role, Value> fixed = new HashMap<>();
    private final Map<Role, Value> kept = new HashMap<>();
    private final Map<String, FakeLinkedService> linked = new LinkedHashMap<>();
    private Set<String> linkedUnder = Set.of();
    private final Map<String, ItemState> states = new HashMap<>();
    private S state;
    private Map<Role, Value> decided = Map.of();
    private Optional<Duration> wakeUp = Optional.empty();
    private Duration clock = Duration.ofDays(1);

    private BehaviourTester(AccessoryType type, Behaviour<S> behaviour) {
        this.type = type;
        this.behaviour = behaviour;
        this.state = behaviour.initial();
    }

    /** A service of that type, without items. */
    public static BehaviourTester<?> of(AccessoryType type) {
        return of(type, type.behaviour().orElseThrow());
    }

    private static <S> BehaviourTester<S> of(AccessoryType type, Behaviour<S> behaviour) {
        return new BehaviourTester<>(type, behaviour);
    }

    /**
     * One more item.
     *
     * @param item its name
     * @param kind such as {@code Switch}
     * @param roles names of the roles that it feeds, apart by blanks
     * @param options written {@code key=value;key=value}
     */
    public BehaviourTester<S> with(String item, String kind, String roles, String options) {
        return with(Item.of(item, ItemType.of(kind).orElseThrow()).build(), roles, options);
    }

    /** One more item that is more than its name and kind: has a unit, lists its commands. */
    public BehaviourTester<S> with(Item item, String roles, String options) {
        for (String name : roles.trim().split("\\s+")) {
            String kind = item.valueType().text();
            Conversion it = Conversion.of(type, name, kind, options.isEmpty() ? null : options);
            players.put(
                    it.role(), new MappingContext(it.role(), item, it.context().options()));
        }
        return this;
    }

    /** A role that metadata fixes for ever. */
    public BehaviourTester<S> fixed(String role, Value forEver) {
        fixed.put(role(role), forEver);
        return this;
    }

    /** A service that is linked under this one, whose items of that kind take what their roles take. */
    public BehaviourTester<S> linked(String name, AccessoryType other, String kind) {
        linked.put(name, new FakeLinkedService(name, other, kind, new HashMap<>()));
        return this;
    }

    /** It is linked under a service of that type. */
    public BehaviourTester<S> under(String other) {
        linkedUnder = Set.of(other);
        return this;
    }

    /** Checks the lines, one after another. */
    public BehaviourTester<S> check(String... lines) {
        for (String line : lines) {
            String[] columns = line.split("\\|", -1);
            Step<S> step = step(input(columns[0].trim()));
            assertEquals(columns.length > 1 ? columns[1].trim() : "", told(step), () -> "told after: " + line);
            if (columns.length > 2) {
                assertEquals(columns[2].trim(), shown(columns[2].trim()), () -> "shown after: " + line);
            }
            if (columns.length > 3) {
                assertEquals(columns[3].trim(), seconds(step.wakeUp()), () -> "wake-up after: " + line);
            }
        }
        return this;
    }

    /** Lets time pass, without a step. */
    public BehaviourTester<S> pass(long seconds) {
        clock = clock.plusSeconds(seconds);
        return this;
    }

    /** What a controller that reads a role is given. */
    public String read(String name) {
        Role role = role(name);
        return text(behaviour
                .reading(state, role, this)
                .flatMap(value -> limits(role).fit(role.type().format(), value))
                .orElseGet(() -> effective(role)));
    }

    /** What a controller may write to a role, or be shown of it. */
    public Constraints limits(String name) {
        return limits(role(name));
    }

    /** Lets anything happen, in any order: nothing may fail, be told to nobody, or be shown that isn't legal. */
    public BehaviourTester<S> runAtRandom(Random random, int events) {
        for (int count = 0; count < events; count++) {
            Input input = anything(random);
            Step<S> step = step(input);
            step.commands().forEach(command -> assertTrue(players.containsKey(command.role()), "told to nobody"));
            assertTrue(input instanceof Input.Written || step.refusal().isEmpty(), "refused without a write");
            decided.forEach((role, value) -> assertEquals(
                    Optional.of(value), limits(role).fit(role.type().format(), value), () -> role + " after " + input));
        }
        return this;
    }

    /** How a controller sees the value of a role at the moment. */
    public String shown(Role role) {
        return text(effective(role));
    }

    @Override
    public Duration clock() {
        return clock;
    }

    @Override
    public List<Behaviour.Linked> linked() {
        return List.copyOf(linked.values());
    }

    @Override
    public Set<String> linkedUnder() {
        return linkedUnder;
    }

    @Override
    public Optional<MappingContext> player(Role role) {
        return Optional.ofNullable(players.get(role));
    }

    @Override
    public ItemState state(Role role) {
        return player(role)
                .map(context -> states.getOrDefault(context.item().name(), ItemState.Missing.NULL))
                .orElse(ItemState.Missing.NULL);
    }

    @Override
    public Optional<Value> value(Role role) {
        return Optional.ofNullable(fixed.get(role))
                .or(() -> Optional.ofNullable(kept.get(role)))
                .or(() -> Behaviour.Scene.super.value(role));
    }

    private Input anything(Random random) {
        int chance = random.nextInt(10);
        if (chance == 0 && wakeUp.isPresent()) {
            return input("wait");
        }
        List<MappingContext> all = List.copyOf(players.values());
        MappingContext one = all.get(random.nextInt(all.size()));
        if (chance < 4 && one.role().type().permissions().contains(Permission.PAIRED_WRITE)) {
            return new Input.Written(Map.of(one.role(), anyValue(one.role(), random)));
        }
        String state = TypeRules.state(one.itemType(), random).orElse(random.nextBoolean() ? "NULL" : "UNDEF");
        return updated(one.item().name(), state);
    }

    private Value anyValue(Role role, Random random) {
        Format format = role.type().format();
        Value any = format == Format.BOOL ? Value.of(random.nextBoolean()) : Value.of(random.nextInt(300) - 100);
        return limits(role).fit(format, any).orElseGet(() -> effective(role));
    }

    private Constraints limits(Role role) {
        return player(role)
                .map(context -> role.mapping().constraints(context))
                .orElseGet(() -> behaviour.limits(role, this));
    }

    private Step<S> step(Input input) {
        Map<Role, Value> before = Map.copyOf(kept);
        if (input instanceof Input.Written written) {
            written.values().keySet().stream()
                    .filter(this::keeps)
                    .forEach(role -> kept.put(role, written.values().get(role)));
        }
        Step<S> step = behaviour.step(state, input, this);
        if (step.refusal().isPresent()) {
            kept.clear();
            kept.putAll(before);
        }
        state = step.state();
        decided = step.values();
        wakeUp = step.wakeUp().or(() -> wakeUp);
        return step;
    }

    private Input input(String event) {
        if (event.equals("wait")) {
            clock = clock.plus(wakeUp.orElseThrow(() -> new AssertionError("nothing to wait for")));
            wakeUp = Optional.empty();
            return new Input.Elapsed();
        }
        int blank = event.indexOf(' ');
        String rest = event.substring(blank + 1).trim();
        String who = event.substring(0, blank);
        if (linked.containsKey(who)) {
            linked.get(who).shows(rest);
            return new Input.Changed();
        }
        return who.equals("write") ? new Input.Written(RoleValues.values(type, rest)) : updated(who, rest);
    }

    private Input updated(String item, String text) {
        List<MappingContext> played = players.values().stream()
                .filter(context -> context.item().name().equals(item))
                .toList();
        ItemType kind = played.get(0).itemType();
        ItemState now = ItemState.parse(kind, text).orElseThrow();
        states.put(item, now);
        return new Input.Updated(played.stream().map(MappingContext::role).toList(), now);
    }

    private Role role(String name) {
        return RoleValues.role(type, name);
    }

    private String told(Step<S> step) {
        List<String> all = new ArrayList<>();
        step.commands()
                .forEach(command ->
                        all.add(name(command) + " " + command.command().text()));
        step.refusal().ifPresent(status -> all.add("!" + status));
        return String.join(", ", all);
    }

    private String name(Behaviour.Command command) {
        return command.service()
                .orElseGet(() -> players.get(command.role()).item().name());
    }

    private String shown(String wanted) {
        return wanted.isEmpty()
                ? ""
                : List.of(wanted.split("\\s+")).stream()
                        .map(part -> part.substring(0, part.indexOf('=')))
                        .map(name -> name + "=" + shown(role(name)))
                        .collect(Collectors.joining(" "));
    }

    private Value effective(Role role) {
        Optional<MappingContext> player = player(role);
        Constraints limits = limits(role);
        Format format = role.type().format();
        return Optional.ofNullable(fixed.containsKey(role) ? null : decided.get(role))
                .flatMap(value -> limits.fit(format, value))
                .or(() -> value(role))
                .or(() -> player.flatMap(context -> role.mapping().unknown(context)))
                .or(role::preset)
                .or(() -> Optional.of(nothing(format)))
                .flatMap(value -> limits.fit(format, value))
                .or(() -> limits.validValues().stream().findFirst().map(first -> Value.of((long) first)))
                .orElseThrow(() -> new AssertionError(role + " shows nothing legal"));
    }

    private static Value nothing(Format format) {
        return switch (format) {
            case BOOL -> Value.FALSE;
            case STRING -> Value.of("");
            default -> Value.of(0);
        };
    }

    private static String text(Value value) {
        if (value instanceof Value.Bool bool) {
            return String.valueOf(bool.on());
        }
        if (value instanceof Value.Whole whole) {
            return String.valueOf(whole.number());
        }
        return value instanceof Value.Decimal decimal ? String.valueOf(decimal.number()) : ((Value.Text) value).text();
    }

    private static String seconds(Optional<Duration> wish) {
        return wish.map(time -> time.toMillis() % 1000 == 0 ? time.toSeconds() + "" : time.toMillis() + "ms")
                .orElse("");
    }
}
