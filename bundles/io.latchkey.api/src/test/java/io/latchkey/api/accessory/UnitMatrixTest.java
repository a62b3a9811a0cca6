// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState.Quantity;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.StateDescription;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each measure in each unit: states, commands, limits and steps, against what physics says of the units. */
class UnitMatrixTest {
    private static final MathContext TOLD = new MathContext(15);
    private static final BigDecimal ALMOST = new BigDecimal("1E-8");

    static Stream<Arguments> measured() {
        return pairs(true);
    }

    /** Those that people can limit. */
    static Stream<Arguments> limited() {
        return measured().filter(pair -> !pair.get()[0].toString().equals("tilt"));
    }

    static Stream<Arguments> foreign() {
        return pairs(false);
    }

    private static Stream<Arguments> pairs(boolean isMeasured) {
        return MeasuredRole.ALL.stream()
                .flatMap(role -> PhysicalUnit.ALL.stream()
                        .filter(unit -> role.isMeasuredIn(unit) == isMeasured)
                        .filter(unit ->
                                !role.name().equals("tilt") || !unit.dimension().equals("Dimensionless"))
                        .map(unit -> Arguments.of(role, unit)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("measured")
    void statesAreShownInHomekitsUnit(MeasuredRole role, PhysicalUnit unit) {
        BigDecimal counted = role.unit().in(unit, role.usual()).round(TOLD);
        Item without = Item.of("Its_Item", ItemType.NUMBER).build();
        assertShown(role.usual(), role, new Quantity(counted, Optional.of(unit.symbol())), without);
        assertShown(
                role.usual(),
                role,
                new Quantity(counted, Optional.empty()),
                role.item(unit).build());
        Item other = role.item(role.unit()).build();
        assertShown(role.usual(), role, new Quantity(counted, Optional.of(unit.symbol())), other);
        assertEquals(
                Optional.empty(),
                role.mapping().remark(role.context(role.item(unit).build(), Map.of())));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("measured")
    void commandsAreInTheUnitOfTheItem(MeasuredRole role, PhysicalUnit unit) {
        MappingContext context = role.context(role.item(unit).build(), Map.of());
        Quantity told = (Quantity)
                role.mapping().toCommand(value(role.usual()), context).orElseThrow();
        assertEquals(Optional.empty(), told.unit(), "a plain number is in the unit of the item");
        BigDecimal tolerance = switch (role.name()) {
            case "target" -> new BigDecimal("0.05");
            case "mired" -> new BigDecimal("0.04");
            default -> role.usual().multiply(ALMOST);
        };
        assertNear(role.usual(), unit.in(role.unit(), told.number()), tolerance);
        assertShown(role.usual(), role, told, role.item(unit).build());
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("limited")
    void limitsAreInTheUnitOfTheItem(MeasuredRole role, PhysicalUnit unit) {
        BigDecimal one = role.unit().in(unit, role.low()).round(TOLD);
        BigDecimal other = role.unit().in(unit, role.high()).round(TOLD);
        Map<String, Object> noted = Map.of("minValue", one.min(other), "maxValue", one.max(other));
        assertRange(role, role.limits(role.item(unit).build(), noted));
        Map<String, Object> quantities = Map.of(
                "minValue", one.toPlainString() + " " + unit.symbol(),
                "maxValue", other.toPlainString() + " " + unit.symbol());
        assertRange(role, role.limits(role.item(role.unit()).build(), quantities));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("measured")
    void describedLimitsAreInTheUnitOfTheirPattern(MeasuredRole role, PhysicalUnit unit) {
        BigDecimal one = role.unit().in(unit, role.low()).round(TOLD);
        BigDecimal other = role.unit().in(unit, role.high()).round(TOLD);
        Item own = role.item(unit)
                .stateDescription(described(one.min(other), one.max(other), "%.1f %unit%"))
                .build();
        Item patterned = role.item(unit)
                .stateDescription(described(
                        role.low(), role.high(), "%.1f " + role.unit().symbol().replace("%", "%%")))
                .build();
        for (Item item : List.of(own, patterned)) {
            Constraints limits = role.limits(item, Map.of());
            if (role.isWritable() && !role.name().equals("tilt")) {
                assertRange(role, limits);
            } else {
                assertEquals(role.limits(role.item(unit).build(), Map.of()), limits, "only wider");
            }
        }
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("limited")
    void stepsAreDifferences(MeasuredRole role, PhysicalUnit unit) {
        BigDecimal width = role.unit().isReciprocal() && !unit.isReciprocal()
                ? BigDecimal.TEN
                : role.unit().widthIn(unit, role.step()).round(TOLD);
        Constraints usual = role.limits(role.item(unit).build(), Map.of());
        Constraints limits = role.limits(role.item(unit).build(), Map.of("step", width));
        if (role.unit().isReciprocal() && !unit.isReciprocal()) {
            assertEquals(usual, limits, "a step of Kelvin is as wide as where it is");
        } else {
            assertNear(role.step(), limits.step().orElseThrow(), new BigDecimal("0.000002"));
        }
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("foreign")
    void whatMeasuresSomethingElseIsNoValue(MeasuredRole role, PhysicalUnit unit) {
        Item item = role.item(unit).build();
        MappingContext context = role.context(item, Map.of());
        Quantity named = new Quantity(role.usual(), Optional.of(unit.symbol()));
        assertEquals(Optional.empty(), role.mapping().toValue(named, context));
        assertEquals(Optional.empty(), role.mapping().toValue(new Quantity(role.usual(), Optional.empty()), context));
        assertEquals(Optional.empty(), role.mapping().toCommand(value(role.usual()), context));
        Constraints usual = role.limits(Item.of("Its_Item", ItemType.NUMBER).build(), Map.of());
        Item described = role.item(unit)
                .stateDescription(described(role.low(), role.high(), "%.1f %unit%"))
                .build();
        if (!role.name().equals("mired")) {
            assertEquals(usual, role.limits(described, Map.of("minValue", role.low(), "step", role.step())));
        }
        String remark = role.mapping().remark(context).orElseThrow();
        assertTrue(remark.startsWith("Its_Item counts in " + unit.symbol() + ", which It can't be made of"), remark);
        assertTrue(remark.contains("note unit=\"") || remark.contains("make it a Number:"), remark);
    }

    private static void assertShown(BigDecimal expected, MeasuredRole role, Quantity state, Item item) {
        Value value =
                role.mapping().toValue(state, role.context(item, Map.of())).orElseThrow();
        assertNear(expected, NumberMapping.number(value).orElseThrow(), expected.multiply(ALMOST));
    }

    private static void assertRange(MeasuredRole role, Constraints limits) {
        assertNear(role.low(), limits.minimum().orElseThrow(), ALMOST);
        assertNear(role.high(), limits.maximum().orElseThrow(), ALMOST);
    }

    private static void assertNear(BigDecimal expected, BigDecimal actual, BigDecimal tolerance) {
        boolean isNear = expected.subtract(actual).abs().compareTo(tolerance) <= 0;
        assertTrue(isNear, () -> expected.toPlainString() + " expected, but was " + actual.toPlainString());
    }

    private static StateDescription described(BigDecimal minimum, BigDecimal maximum, String pattern) {
        return new StateDescription(
                Optional.of(minimum), Optional.of(maximum), Optional.empty(), Optional.of(pattern), false, List.of());
    }

    private static Value value(BigDecimal number) {
        return number.scale() > 0 ? Value.of(number.doubleValue()) : Value.of(number.longValue());
    }
}
