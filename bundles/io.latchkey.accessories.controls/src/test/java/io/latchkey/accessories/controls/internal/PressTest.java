// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.controls.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.Conversion;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buttons and bells. */
class PressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Switch  |                               | ON     | 0",
                "Switch  |                               | OFF    | ''",
                "Switch  | inverted=true                 | OFF    | 0",
                "Switch  | inverted=true                 | ON     | ''",
                "Switch  | DOUBLE_PRESS=OFF              | OFF    | 1",
                "Switch  | DOUBLE_PRESS=OFF              | ON     | 0",
                "Switch  | LONG_PRESS=OFF                | OFF    | 2",
                "Switch  | SINGLE_PRESS=OFF              | OFF    | 0",
                "Switch  | SINGLE_PRESS=OFF              | ON     | ''",
                "Contact |                               | OPEN   | 0",
                "Contact |                               | CLOSED | ''",
                "Contact | DOUBLE_PRESS=CLOSED           | CLOSED | 1",
                "Number  |                               | 0      | 0",
                "Number  |                               | 1      | 1",
                "Number  |                               | 2      | 2",
                "Number  |                               | 3      | ''",
                "Number  | SINGLE_PRESS=1002;LONG_PRESS=1001 | 1002 | 0",
                "Number  | SINGLE_PRESS=1002;LONG_PRESS=1001 | 1001 | 2",
                "Number  | SINGLE_PRESS=1002;LONG_PRESS=1001 | 1    | ''",
                "String  |                               | SINGLE_PRESS | 0",
                "String  |                               | long_press   | 2",
                "String  | SINGLE_PRESS=[short,tap]      | Tap    | 0",
                "String  | SINGLE_PRESS=short            | DOUBLE_PRESS | ''",
            })
    void aStateIsThisPress(String item, String options, String state, String press) {
        for (String type : new String[] {"StatelessProgrammableSwitch", "Doorbell"}) {
            assertEquals(
                    press,
                    Conversion.of(ControlTypes.type(type), "ProgrammableSwitchEvent", item, options)
                            .shown(state)
                            .map(value -> String.valueOf(((Value.Whole) value).number()))
                            .orElse(""));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Switch  |                               | 0",
                "Contact |                               | 0",
                "Switch  | LONG_PRESS=OFF                | 0 2",
                "Number  |                               | ''",
                "Number  | SINGLE_PRESS=1002;LONG_PRESS=1001 | 0 2",
                "String  | SINGLE_PRESS=ring             | 0",
            })
    void homeOffersThePressesThatThereAre(String item, String options, String offered) {
        Conversion it = Conversion.of(new StatelessProgrammableSwitch(), "ProgrammableSwitchEvent", item, options);
        assertEquals(
                offered,
                it.role().mapping().constraints(it.context()).validValues().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void eachPressIsAnEventOfItsOwnAndNothingIsToldToAButton() {
        Conversion it = Conversion.of(new Doorbell(), "ProgrammableSwitchEvent", "Switch", null);
        assertEquals(EventUrgency.EACH, it.role().type().urgency());
        assertTrue(it.role().type().is(CharacteristicType.Trait.NULL_ON_READ));
        assertEquals(Optional.empty(), it.told(Value.of(0)));
    }

    @Test
    void aDoorbellTellsHowItIsSeen() {
        assertTrue(new Doorbell().remark().orElseThrow().contains("button"));
        assertEquals(Set.of(new StatelessProgrammableSwitch().name()), new Doorbell().companions());
        assertEquals(Optional.empty(), new StatelessProgrammableSwitch().remark());
        assertEquals(Set.of(), new StatelessProgrammableSwitch().companions());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 4", "300, 255", "0, 1"})
    void severalButtonsAreCounted(String noted, long index) {
        Role role = new StatelessProgrammableSwitch().roles().get(1);
        assertTrue(role.isCalled("ServiceIndex"));
        assertEquals(Optional.of(Value.of(index)), constant(role, ItemType.NUMBER, noted));
        assertEquals(Optional.empty(), role.preset());
    }

    @Test
    void severalButtonsHaveOneLabel() {
        assertEquals(Set.of(new ServiceLabel().name()), new StatelessProgrammableSwitch().linkedUnder());
        Role role = new ServiceLabel().roles().get(0);
        assertTrue(role.isCalled("ServiceLabel"));
        assertEquals(Optional.of(Value.of(1)), role.preset());
        assertEquals(Optional.of(Value.of(0)), constant(role, ItemType.STRING, "DOTS"));
        assertEquals(Optional.of(Value.of(1)), constant(role, ItemType.STRING, "arabic_numerals"));
    }

    private static Optional<Value> constant(Role role, ItemType kind, String text) {
        Item item = Item.of("constant", kind).build();
        return role.mapping()
                .toValue(ItemState.parse(kind, text).orElseThrow(), new MappingContext(role, item, Metadata.NONE))
                .flatMap(value -> role.type().constraints().fit(role.type().format(), value));
    }
}
