// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Option;
import io.latchkey.api.item.StateDescription;
import io.latchkey.api.store.ItemDescriptions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How long what was known of an item stands in for what its host doesn't say yet. */
class DescriptionMemoryTest {
    private static final Optional<BigDecimal> FIVE = Optional.of(BigDecimal.valueOf(5));
    private static final Optional<BigDecimal> THIRTY = Optional.of(BigDecimal.valueOf(30));
    private static final List<Option> INPUTS = List.of(new Option("1", "HDMI 1"), new Option("2", "HDMI 2"));

    private final DescriptionMemory memory = new DescriptionMemory(ItemDescriptions.NONE);

    @Test
    void whatIsntSaidYetIsAsItWas() {
        memory.keep("openhab", List.of(item(FIVE, THIRTY, INPUTS, "%.1f °C")), Set.of());
        DescriptionMemory next = again();
        Item late = next.complete("openhab", item(Optional.empty(), Optional.empty(), List.of(), "%.1f °C"));
        assertEquals(FIVE, late.stateDescription().minimum());
        assertEquals(THIRTY, late.stateDescription().maximum());
        assertEquals(INPUTS, late.commandOptions());
        assertEquals(Optional.of("%.1f °C"), late.stateDescription().pattern(), "a part that is said already is");
    }

    @Test
    void whatIsSaidCountsPartByPart() {
        memory.keep("openhab", List.of(item(FIVE, THIRTY, INPUTS, "")), Set.of());
        DescriptionMemory next = again();
        Item half = next.complete("openhab", item(Optional.of(BigDecimal.TEN), Optional.empty(), List.of(), ""));
        assertEquals(Optional.of(BigDecimal.TEN), half.stateDescription().minimum());
        assertEquals(THIRTY, half.stateDescription().maximum());
    }

    @Test
    void whatWasSaidInThisRunAndIsntAnyMoreIsGone() {
        memory.keep("openhab", List.of(item(FIVE, THIRTY, INPUTS, "")), Set.of());
        Item gone = memory.complete("openhab", item(Optional.empty(), THIRTY, List.of(), ""));
        assertEquals(Optional.empty(), gone.stateDescription().minimum());
        assertEquals(List.of(), gone.commandOptions());
        DescriptionMemory next = again();
        next.complete("openhab", item(FIVE, Optional.empty(), List.of(), ""));
        Item later = next.complete("openhab", item(Optional.empty(), Optional.empty(), List.of(), ""));
        assertEquals(Optional.empty(), later.stateDescription().minimum(), "it was said once");
        assertEquals(THIRTY, later.stateDescription().maximum(), "it wasn't said yet");
    }

    @Test
    void aHostThatSaysAllAtOnceNeedsNoMemory() {
        memory.keep("local", List.of(item(FIVE, THIRTY, INPUTS, "")), Set.of());
        Item none = Item.of("Heat", ItemType.NUMBER).build();
        assertEquals(none, again().complete("local", none));
    }

    @Test
    void whatNothingIsMadeOfIsForgotten() {
        memory.keep("openhab", List.of(item(FIVE, THIRTY, INPUTS, "")), Set.of());
        memory.keep("openhab", List.of(), Set.of("Other"));
        Item late = item(Optional.empty(), Optional.empty(), List.of(), "");
        assertEquals(late, again().complete("openhab", late));
    }

    private DescriptionMemory again() {
        return new DescriptionMemory(memory.known());
    }

    private static Item item(
            Optional<BigDecimal> minimum, Optional<BigDecimal> maximum, List<Option> commands, String pattern) {
        return Item.of("Heat", ItemType.NUMBER)
                .stateDescription(new StateDescription(
                        minimum,
                        maximum,
                        Optional.empty(),
                        Optional.of(pattern).filter(text -> !text.isEmpty()),
                        false,
                        List.of()))
                .commandOptions(commands)
                .describedLater()
                .build();
    }
}
