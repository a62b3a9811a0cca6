// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Several named states ({@link Mappings#enumeration}): the names of each code, the usual one first. Immutable.
 */
public final class EnumMapping implements Mapping {
    private final SortedMap<Integer, List<String>> names;
    private final Optional<Set<Integer>> always;
    private final boolean onFirst;
    private final Optional<Value> unknown;

    /**
     * @param always offered when others are trimmed; empty when nothing is trimmed
     */
    private EnumMapping(
            SortedMap<Integer, List<String>> names,
            Optional<Set<Integer>> always,
            boolean onFirst,
            Optional<Value> unknown) {
        this.names = Collections.unmodifiableSortedMap(names);
        this.always = always;
        this.onFirst = onFirst;
        this.unknown = unknown;
    }

    static EnumMapping of(String... names) {
        SortedMap<Integer, List<String>> all = new TreeMap<>();
        for (int code = 0; code < names.length; code++) {
            all.put(code, List.of(names[code]));
        }
        return new EnumMapping(all, Optional.empty(), false, Optional.empty());
    }

    /**
     * The same with a second name for each code, for words that people also use.
     *
     * @param others as many as there are codes, in their order
     */
    public EnumMapping also(String... others) {
        if (others.length != names.size()) {
            throw new IllegalArgumentException("as many other names as codes: " + names.size());
        }
        SortedMap<Integer, List<String>> all = new TreeMap<>(names);
        int next = 0;
        for (int code : names.keySet()) {
            all.put(code, joined(names.get(code), others[next++]));
        }
        return new EnumMapping(all, always, onFirst, unknown);
    }

    /**
     * The same with one more state, for codes that don't follow each other.
     *
     * @param code not there yet
     * @param name what it is called
     */
    public EnumMapping with(int code, String name) {
        if (names.containsKey(code)) {
            throw new IllegalArgumentException("code " + code + " has a name already");
        }
        SortedMap<Integer, List<String>> all = new TreeMap<>(names);
        all.put(code, List.of(name));
        return new EnumMapping(all, always, onFirst, unknown);
    }

    /**
     * The same, but a controller is offered only what the item can do: the states that metadata renames, where it renames
     * any; else those among the commands that the item lists, where it lists any; else those that an item of its kind can
     * have, two for a switch.
     *
     * @param offeredAlways codes that nobody needs to rename to have them offered: what every such thing can be
     */
    public EnumMapping trimmed(Integer... offeredAlways) {
        return new EnumMapping(names, Optional.of(Set.of(offeredAlways)), onFirst, unknown);
    }

    /** The same, but controllers see that code as long as nothing is known. */
    public EnumMapping otherwise(int code) {
        return new EnumMapping(names, always, onFirst, Optional.of(Value.of((long) code)));
    }

    /**
     * The same, but code 0 is what a switch calls {@code ON} and a contact {@code OPEN}, and code 1 the other: an open
     * garage door, a press of a button. How far a rollershutter is closed is neither.
     */
    public EnumMapping onFirst() {
        return new EnumMapping(names, always, true, unknown);
    }

    /** The codes that are offered for that item; all of them unless {@link #trimmed}. */
    public List<Integer> offered(MappingContext context) {
        List<Integer> all = List.copyOf(names.keySet());
        if (always.isEmpty()) {
            return all;
        }
        List<Integer> renamed = withAlways(code -> !renamed(code, context).isEmpty());
        if (!renamed.isEmpty()) {
            return renamed;
        }
        List<Integer> listed = withAlways(code -> context.item().commandOptions().stream()
                .anyMatch(option -> usual(code, context).stream().anyMatch(option.value()::equalsIgnoreCase)));
        return listed.isEmpty() ? statable(context) : listed;
    }

    @Override
    public Optional<Value> unknown(MappingContext context) {
        return unknown;
    }

    @Override
    public Constraints constraints(MappingContext context) {
        Constraints usual = context.role().type().constraints();
        List<Integer> offered = offered(context);
        return offered.size() == names.size() ? usual : usual.validValues(offered);
    }

    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        return find(code -> matches(state, renamed(code, context)))
                .or(() -> find(code ->
                        !isMeasured(state) && renamed(code, context).isEmpty() && matches(state, usual(code, context))))
                .map(code -> Value.of((long) code));
    }

    /** {@code NULL} and {@code UNDEF} mean something where metadata names them among the words of a state. */
    @Override
    public Optional<Value> missing(ItemState.Missing state, MappingContext context) {
        return find(code -> matches(state, renamed(code, context))).map(code -> Value.of((long) code));
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        if (!(value instanceof Value.Whole whole)) {
            return Optional.empty();
        }
        return find(code -> code == whole.number()).flatMap(code -> command(code, context));
    }

    @Override
    public Optional<String> remark(MappingContext context) {
        boolean isRenamed =
                names.keySet().stream().anyMatch(code -> !renamed(code, context).isEmpty());
        return context.item()
                .dimension()
                .flatMap(measured -> context.item().unit())
                .filter(unit -> !isRenamed && !UnitTable.isOne(unit))
                .map(unit -> context.item().name() + " counts in " + unit + ", but the states of " + context.role()
                        + " have no unit, so Home sees no value: note what it says for them, such as "
                        + names.get(names.firstKey()).get(0) + "=20.");
    }

    @Override
    public List<Setting> settings() {
        return Stream.concat(
                        Stream.of(Setting.INVERTED),
                        names.values().stream()
                                .map(all -> Setting.text(all.get(0), "what the item says and is told for it")))
                .toList();
    }

    /** The command for one code; empty when the item can't be told. */
    private Optional<ItemCommand> command(int code, MappingContext context) {
        List<String> renamed = renamed(code, context);
        return (renamed.isEmpty() ? usual(code, context) : renamed)
                .stream()
                        .filter(text -> !isMissing(text))
                        .findFirst()
                        .flatMap(text -> ItemCommand.parse(context.itemType(), text));
    }

    /** Whether a word is what an item says that has no state, which nobody can tell it. */
    private static boolean isMissing(String word) {
        return Stream.of(ItemState.Missing.values())
                .anyMatch(missing -> missing.text().equalsIgnoreCase(word.trim()));
    }

    private Optional<Integer> find(Predicate<Integer> wanted) {
        return names.keySet().stream().filter(wanted).findFirst();
    }

    /** The codes that are wanted and those that are always there; none when only the latter would be left. */
    private List<Integer> withAlways(Predicate<Integer> wanted) {
        Set<Integer> fixed = always.orElse(Set.of());
        boolean isAny = names.keySet().stream().anyMatch(code -> !fixed.contains(code) && wanted.test(code));
        return isAny
                ? names.keySet().stream()
                        .filter(code -> fixed.contains(code) || wanted.test(code))
                        .toList()
                : List.of();
    }

    /** The codes that an item of its kind has a state for. */
    private List<Integer> statable(MappingContext context) {
        return names.keySet().stream()
                .filter(code -> !usual(code, context).isEmpty())
                .toList();
    }

    private List<String> renamed(int code, MappingContext context) {
        return names.get(code).stream()
                .flatMap(name -> context.options().texts(name).stream())
                .toList();
    }

    private List<String> usual(int code, MappingContext context) {
        return switch (context.itemType()) {
            case NUMBER -> List.of(Integer.toString(code));
            case SWITCH, DIMMER, COLOR -> twoStates(code, context, "OFF", "ON");
            case CONTACT -> twoStates(code, context, "CLOSED", "OPEN");
            default -> names.get(code);
        };
    }

    private List<String> twoStates(int code, MappingContext context, String off, String on) {
        if (code > 1) {
            return List.of();
        }
        boolean isOn = code == 1 != onFirst;
        return List.of(isOn != context.isInverted(false) ? on : off);
    }

    private static List<String> joined(List<String> names, String other) {
        List<String> all = new ArrayList<>(names);
        all.add(other);
        return List.copyOf(all);
    }

    private static boolean matches(ItemState state, List<String> texts) {
        return texts.stream().anyMatch(text -> matches(state, text.trim()));
    }

    private static boolean matches(ItemState state, String text) {
        if (state instanceof ItemState.Quantity quantity) {
            return NotedNumbers.isSame(quantity, text);
        }
        if (state instanceof ItemState.Percent percent) {
            boolean isOn = percent.number().signum() > 0;
            return text.equalsIgnoreCase(isOn ? "ON" : "OFF")
                    || NotedNumbers.isSame(new ItemState.Quantity(percent.number(), Optional.of("%")), text);
        }
        if (state instanceof ItemState.Hsb hsb) {
            return text.equalsIgnoreCase(hsb.brightness().signum() > 0 ? "ON" : "OFF");
        }
        return state.text().trim().equalsIgnoreCase(text);
    }

    /** Codes aren't degrees or watts: only what somebody noted is compared with these. */
    private static boolean isMeasured(ItemState state) {
        return state instanceof ItemState.Quantity quantity
                && quantity.unit().filter(Predicate.not(UnitTable::isOne)).isPresent();
    }
}
