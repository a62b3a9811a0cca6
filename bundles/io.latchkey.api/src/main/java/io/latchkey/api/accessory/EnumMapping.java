// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Several named states ({@link Mappings#enumeration}): the names of each code, the usual one first. Immutable.
 */
public final class EnumMapping implements Mapping {
    private final List<List<String>> names;

    private EnumMapping(List<List<String>> names) {
        this.names = names;
    }

    static EnumMapping of(String... names) {
        return new EnumMapping(Stream.of(names).map(List::of).toList());
    }

    /**
     * The same with a second name for each code, for words that people also use.
     *
     * @param others as many as there are codes
     */
    public EnumMapping also(String... others) {
        if (others.length != names.size()) {
            throw new IllegalArgumentException("as many other names as codes: " + names.size());
        }
        List<List<String>> both = new ArrayList<>();
        for (int code = 0; code < others.length; code++) {
            List<String> all = new ArrayList<>(names.get(code));
            all.add(others[code]);
            both.add(List.copyOf(all));
        }
        return new EnumMapping(List.copyOf(both));
    }

    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        OptionalInt renamed = find(code -> matches(state, renamed(code, context)));
        OptionalInt code = renamed.isPresent()
                ? renamed
                : find(each -> renamed(each, context).isEmpty() && matches(state, usual(each, context)));
        return code.isPresent() ? Optional.of(Value.of(code.getAsInt())) : Optional.empty();
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        if (!(value instanceof Value.Whole whole) || whole.number() < 0 || whole.number() >= names.size()) {
            return Optional.empty();
        }
        int code = (int) whole.number();
        List<String> renamed = renamed(code, context);
        return (renamed.isEmpty() ? usual(code, context) : renamed)
                .stream().findFirst().flatMap(text -> ItemCommand.parse(context.itemType(), text));
    }

    private OptionalInt find(IntPredicate wanted) {
        return IntStream.range(0, names.size()).filter(wanted).findFirst();
    }

    private List<String> renamed(int code, MappingContext context) {
        return names.get(code).stream()
                .flatMap(name -> context.options().texts(name).stream())
                .toList();
    }

    private List<String> usual(int code, MappingContext context) {
        return switch (context.itemType()) {
            case NUMBER -> List.of(Integer.toString(code));
            case SWITCH, DIMMER, COLOR, ROLLERSHUTTER -> twoStates(code, context, "OFF", "ON");
            case CONTACT -> twoStates(code, context, "CLOSED", "OPEN");
            default -> names.get(code);
        };
    }

    private static List<String> twoStates(int code, MappingContext context, String off, String on) {
        if (code > 1) {
            return List.of();
        }
        return List.of(code == 1 != context.isInverted(false) ? on : off);
    }

    private static boolean matches(ItemState state, List<String> texts) {
        return texts.stream().anyMatch(text -> matches(state, text.trim()));
    }

    private static boolean matches(ItemState state, String text) {
        if (state instanceof ItemState.Quantity quantity) {
            return isNumber(quantity.number(), text);
        }
        if (state instanceof ItemState.Percent percent) {
            boolean isOn = percent.number().signum() > 0;
            return text.equalsIgnoreCase(isOn ? "ON" : "OFF") || isNumber(percent.number(), text);
        }
        if (state instanceof ItemState.Hsb hsb) {
            return text.equalsIgnoreCase(hsb.brightness().signum() > 0 ? "ON" : "OFF");
        }
        return state.text().trim().equalsIgnoreCase(text);
    }

    private static boolean isNumber(BigDecimal number, String text) {
        return ItemState.parse(ItemType.NUMBER, text)
                .filter(ItemState.Quantity.class::isInstance)
                .map(ItemState.Quantity.class::cast)
                .filter(quantity -> quantity.number().compareTo(number) == 0)
                .isPresent();
    }
}
