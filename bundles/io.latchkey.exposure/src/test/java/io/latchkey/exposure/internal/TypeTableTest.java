// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.Conversion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every role of every type, played by every kind of item: what is said, what is told, and what is wrong. */
class TypeTableTest {
    private static final List<AccessoryType> TYPES = EveryType.ALL;

    /** States that make no sense somewhere: too large, too small, of another kind, of another language. */
    private static final List<String> ODD = List.of(
            "NaN",
            "1E+30",
            "-1E+30",
            "0.4999",
            "-0",
            "300 K",
            "12 lx",
            "nonsense",
            "",
            "ON",
            "OFF",
            "OPEN",
            "CLOSED",
            "UP",
            "DOWN",
            "PLAY",
            "REWIND",
            "100",
            "0",
            "120,100,50",
            "360,0,0",
            "50.4",
            "2026-01-01T00:00:00Z");

    static Stream<TypeTable.Row> rows() {
        return TypeTable.rows().stream();
    }

    private static Conversion conversion(TypeTable.Row row) {
        return Conversion.of(type(row.type()), row.role(), row.kind(), null);
    }

    private static AccessoryType type(String name) {
        return TYPES.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no type " + name));
    }

    private static boolean isWritable(Role role) {
        return role.type().permissions().contains(Permission.PAIRED_WRITE);
    }

    @Test
    void theTableHasEveryRoleAndEveryKindOfItem() {
        List<String> there = TYPES.stream()
                .flatMap(type -> type.roles().stream()
                        .flatMap(role ->
                                role.items().stream().map(kind -> type.name() + "." + role + " " + kind.text())))
                .sorted()
                .toList();
        assertEquals(
                String.join("\n", there),
                String.join("\n", rows().map(TypeTable.Row::toString).sorted().toList()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatAnItemSaysIsShown(TypeTable.Row row) {
        Conversion it = conversion(row);
        row.cases().stream().filter(each -> !each.contains("<")).forEach(each -> {
            String[] pair = each.split("[=:]", 2);
            assertEquals(pair[1], it.shown(pair[0]).map(ValueTexts::text).orElse(""), () -> row + " says " + each);
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsWrittenIsTold(TypeTable.Row row) {
        Conversion it = conversion(row);
        row.cases().stream().filter(each -> each.matches("[^=]+[:<].*")).forEach(each -> {
            String[] pair = each.split("[:<]", 2);
            assertTrue(isWritable(it.role()), () -> row + " can't be written");
            assertEquals(
                    pair[0],
                    ValueTexts.plain(
                            it.told(ValueTexts.value(it.role().type(), pair[1])).orElse("")),
                    () -> row + " is told " + each);
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatCanBeToldIsInTheTable(TypeTable.Row row) {
        Conversion it = conversion(row);
        boolean isTold = row.cases().stream().anyMatch(each -> each.matches("[^=]+[:<].*"));
        boolean canBeTold = Stream.of("0", "1", "50", "100")
                .flatMap(text ->
                        limits(it)
                                .fit(
                                        it.role().type().format(),
                                        ValueTexts.value(it.role().type(), text))
                                .stream())
                .anyMatch(value -> it.told(value).isPresent());
        assertEquals(canBeTold && isWritable(it.role()), isTold, row::toString);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noOddStateIsShownIllegally(TypeTable.Row row) {
        Conversion it = conversion(row);
        Format format = it.role().type().format();
        for (String odd : ODD) {
            ItemState.parse(ItemType.of(row.kind()).orElseThrow(), odd)
                    .filter(state -> !(state instanceof ItemState.Missing))
                    .flatMap(state -> it.role().mapping().toValue(state, it.context()))
                    .flatMap(value -> limits(it).fit(format, value))
                    .ifPresent(value -> assertEquals(
                            Optional.of(value), limits(it).accept(format, value), () -> row + " says " + odd));
        }
        it.role()
                .mapping()
                .unknown(it.context())
                .ifPresent(
                        value -> assertTrue(limits(it).fit(format, value).isPresent(), () -> row + " without a state"));
    }

    static Stream<TypeTable.Row> rowsWithNames() {
        return rows().filter(row -> row.kind().equals("String"))
                .filter(row -> !names(row).isEmpty() && row.cases().stream().noneMatch(each -> each.contains("<")));
    }

    static Stream<TypeTable.Row> rowsOfTwoStates() {
        return rows().filter(row -> row.kind().equals("Switch") || row.kind().equals("Contact"))
                .filter(row -> options(row).anyMatch("inverted"::equals));
    }

    private static Stream<String> options(TypeTable.Row row) {
        return conversion(row).role().mapping().settings().stream().map(Setting::name);
    }

    private static List<String> names(TypeTable.Row row) {
        return options(row)
                .filter(name -> name.equals(name.toUpperCase(Locale.ROOT)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rowsWithNames")
    void everyNameCanBeMapped(TypeTable.Row row) {
        Conversion plain = conversion(row);
        for (String name : names(row)) {
            Value code = plain.shown(name).orElseThrow(() -> new AssertionError(row + " " + name));
            Conversion mapped = Conversion.of(type(row.type()), row.role(), "String", name + "=[mine,yours]");
            assertEquals(Optional.of(code), mapped.shown("mine"), () -> row + " " + name);
            assertEquals(Optional.of(code), mapped.shown("YOURS"), () -> row + " " + name);
            if (isWritable(plain.role())) {
                assertEquals(Optional.of("mine"), mapped.told(code), () -> row + " " + name);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rowsOfTwoStates")
    void whatIsInvertedMeansTheReverse(TypeTable.Row row) {
        Conversion plain = conversion(row);
        Conversion inverted = Conversion.of(type(row.type()), row.role(), row.kind(), "inverted=true");
        List<String> states = row.kind().equals("Switch") ? List.of("ON", "OFF") : List.of("OPEN", "CLOSED");
        assertEquals(plain.shown(states.get(0)), inverted.shown(states.get(1)));
        assertEquals(plain.shown(states.get(1)), inverted.shown(states.get(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "Fan, Active, ActiveStatus",
        "Faucet, ActiveStatus, Active",
        "Filter, FilterCHangeIndication, FilterChangeIndication",
        "InputSource, IsConfigured, Configured",
        "InputSource, Visibility, CurrentVisibility",
        "IrrigationSystem, InUseState, InUseStatus",
        "Outlet, InUseState, InUseStatus",
        "Slat, CurrentSlateState, CurrentSlatState",
        "Valve, homekitValveType, ValveType",
    })
    void otherWordsMeanTheSame(String type, String word, String role) {
        assertEquals(
                List.of(role),
                type(type).roles().stream()
                        .filter(each -> each.isCalled(word))
                        .map(Role::name)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "CurrentHeaterCoolerState, HeaterCooler, COOLER, 3",
        "Filter, Filter, NO_CHANGED_NEEDED, 0",
        "Smoke, SmokeSensor, NORMAL, 0",
        "Smoke, SmokeSensor, ABNORMAL, 1",
    })
    void otherNamesOfStatesMeanTheSame(String part, String type, String name, String code) {
        Role role = type(type).roles().stream()
                .filter(each -> each.name().contains(part) && each.items().contains(ItemType.STRING))
                .findFirst()
                .orElseThrow();
        Conversion plain = Conversion.of(type(type), role.name(), "String", null);
        Conversion noted = Conversion.of(type(type), role.name(), "String", name + "=so");
        assertEquals(code, plain.shown(name).map(ValueTexts::text).orElse(""));
        assertEquals(code, noted.shown("so").map(ValueTexts::text).orElse(""));
    }

    private static Constraints limits(Conversion it) {
        return it.role().mapping().constraints(it.context());
    }
}
