// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.item;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.accessories.controls.internal.StatelessProgrammableSwitch;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Buttons at a start of openHAB: their items have no state, then persistence gives them the last one, by the same event as
 * a press. A garage door may hang on it.
 */
class RestoredButtonsTest {
    private static final String PRESS = "ProgrammableSwitchEvent=0";

    private final FakeItemRegistry items =
            new FakeItemRegistry(item("Button", "Switch", "NULL", "StatelessProgrammableSwitch"));
    private final ExposureFixture home = new ExposureFixture(new StatelessProgrammableSwitch()).with("local", items);

    @Test
    void aStateThatIsBroughtBackIsNoPress() {
        home.open("", "");
        items.update("Button", "ON");
        assertEquals(List.of(), home.sink.events);
        items.update("Button", "ON");
        assertEquals(List.of(PRESS), home.sink.events, "the same state once more is one");
    }

    /** The items of a file that is saved lose their states, and get them back. */
    @Test
    void norIsItWhenAFileIsReadAnew() {
        home.open("", "");
        home.workers.pass(Duration.ofMinutes(1));
        items.update("Button", "ON");
        assertEquals(List.of(PRESS), home.sink.events, "nothing was stored of it");
        items.update("Button", "NULL");
        items.update("Button", "ON");
        assertEquals(List.of(PRESS), home.sink.events);
    }
}
