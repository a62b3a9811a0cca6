// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.item;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.accessories.lighting.internal.Lighting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A selection that says nothing, or takes nothing, is told and not passed over. */
class SelectionNoticesTest {
    private final FakeItemRegistry registry = new FakeItemRegistry(item("Lamp", "Switch", "ON", "Lighting"));
    private final ExposureFixture home = new ExposureFixture(new Lighting()).with("local", registry);

    @ParameterizedTest
    @ValueSource(strings = {"bogus:", "group:", "instance:two", "items:Lamp*", "!bogus:Fan", "instance:", "tag: "})
    void aTermThatSaysNothingIsTold(String term) {
        home.open("", "Lamp, " + term);
        assertEquals(
                List.of("selection: \"" + term.trim() + "\" says nothing; there are instance:2, group:NAME, tag:NAME,"
                        + " location:NAME, item:NAME and *"),
                home.sink.notices);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "Lamp",
                "!tag:Battery",
                "instance: 1",
                "item:L*, group:Upstairs, location:Kitchen: left, tag:LightSource"
            })
    void whatSaysSomethingIsNot(String selection) {
        home.open("", selection);
        assertEquals(List.of(), home.sink.notices);
    }

    @Test
    void thatNothingIsTakenIsToldUntilSomethingIs() {
        home.open("", "instance:2");
        assertEquals(List.of("selection: \"instance:2\" takes no item that is to be in Home"), home.sink.notices);
        registry.put(item("Fan", "Switch", "ON", "Lighting", "instance", "2"));
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(List.of(), home.sink.notices);
    }

    @Test
    void nothingIsToldWhileTheItemsAreNotThere() {
        ExposureFixture empty = new ExposureFixture(new Lighting());
        empty.open("", "instance:2");
        assertEquals(List.of(), empty.sink.notices);
    }
}
