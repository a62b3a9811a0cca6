// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.api.verb.VerbResult;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people type and see. */
class ItemVerbsTest {
    private final FakeItemRegistry registry = new FakeItemRegistry(
            item("Lamp", "Dimmer", "40", "Lighting,Lighting.Brightness"),
            item("Typo", "Switch", "OFF", "Lihgting"),
            item("Far", "Switch", "OFF", "Lighting", "instance", 7),
            item("Quiet", "Contact", "OPEN", ""));
    private final ExposureFixture home = new ExposureFixture(new Lighting()).with("local", registry);
    private final ItemsVerb items = new ItemsVerb(home.exposure);
    private final SendVerb send = new SendVerb(home.exposure);

    @BeforeEach
    void open() {
        home.open("", "");
    }

    @Test
    void itemsAreListedByNameWithWhatBecameOfThem() {
        VerbResult.Output.Table table =
                (VerbResult.Output.Table) items.run(List.of()).outputs().get(0);
        assertEquals(
                List.of(
                        List.of("Far", "Switch", "OFF", "at fault: see the verb check"),
                        List.of("Lamp", "Dimmer", "40", "Lighting.OnState; Lighting.Brightness"),
                        List.of("Quiet", "Contact", "OPEN", ""),
                        List.of("Typo", "Switch", "OFF", "at fault: see the verb check")),
                table.rows());
    }

    @Test
    void itemsAreFoundByAPartOfTheName() {
        VerbResult.Output.Table table =
                (VerbResult.Output.Table) items.run(List.of("am")).outputs().get(0);
        assertEquals(1, table.rows().size());
        assertEquals(1, items.run(List.of("zzz")).status());
        assertEquals(1, items.run(List.of("a", "b")).status());
        assertEquals(List.of("Far", "Lamp", "Quiet", "Typo"), items.complete(List.of("")));
    }

    @Test
    void commandsAreSent() {
        assertEquals(0, send.run(List.of("Lamp", "55")).status());
        assertEquals(List.of("Lamp 55 from io.latchkey$console"), registry.commands);
        assertEquals(List.of("ON", "OFF", "50", "INCREASE", "DECREASE"), send.complete(List.of("Lamp", "")));
    }

    @Test
    void whatCantBeSentIsExplained() {
        assertTrue(text(send.run(List.of("Nobody", "ON"))).contains("There is no item Nobody"));
        assertTrue(text(send.run(List.of("Lamp", "purple"))).contains("can't be told purple"));
        assertTrue(text(send.run(List.of("Quiet", "OPEN"))).contains("Contact"));
        assertEquals("Usage: send ITEM COMMAND", text(send.run(List.of("Lamp"))));
        registry.refuses = true;
        assertEquals("Lamp didn't take it: the device is stubborn", text(send.run(List.of("Lamp", "ON"))));
    }

    private static String text(VerbResult result) {
        assertEquals(1, result.status());
        return ((VerbResult.Output.Text) result.outputs().get(0)).text();
    }
}
