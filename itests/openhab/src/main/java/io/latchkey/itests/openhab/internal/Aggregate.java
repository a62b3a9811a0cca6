// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.openhab.core.items.GroupFunction;
import org.openhab.core.items.Item;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.OpenClosedType;
import org.openhab.core.library.types.PercentType;
import org.openhab.core.types.State;
import org.openhab.core.types.UnDefType;

/** What a group with a base item is: the one state of all members, or OR, AND or the average of them. */
final class Aggregate implements GroupFunction {
    private final String name;
    private final State[] parameters;

    /** @param function such as {@code OR(ON,OFF)} or {@code AVG} */
    Aggregate(String function) {
        String[] parts = function.split("[(),]");
        this.name = parts[0];
        this.parameters = Arrays.stream(parts).skip(1).map(Aggregate::state).toArray(State[]::new);
    }

    @Override
    public State calculate(Set<Item> items) {
        List<State> states = items.stream().map(Item::getState).toList();
        return switch (name) {
            case "OR" -> states.stream().anyMatch(this::isFirst) ? parameters[0] : parameters[1];
            case "AND" -> states.stream().allMatch(this::isFirst) ? parameters[0] : parameters[1];
            case "AVG" -> average(states);
            default -> states.stream().distinct().count() == 1 ? states.get(0) : UnDefType.UNDEF;
        };
    }

    @Override
    public State[] getParameters() {
        return parameters.clone();
    }

    private boolean isFirst(State state) {
        State seen = state instanceof PercentType level && parameters[0] instanceof OnOffType
                ? OnOffType.from(level.intValue() > 0)
                : state;
        return Objects.equals(seen, parameters[0]);
    }

    private static State average(List<State> states) {
        List<BigDecimal> numbers = states.stream()
                .filter(DecimalType.class::isInstance)
                .map(state -> ((DecimalType) state).toBigDecimal())
                .toList();
        return numbers.isEmpty()
                ? UnDefType.UNDEF
                : new DecimalType(numbers.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(numbers.size()), 8, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    private static State state(String text) {
        return ItemKind.<State>parse(List.of(OnOffType.class, OpenClosedType.class), text)
                .orElseThrow(() -> new IllegalArgumentException("no parameter " + text));
    }
}
