// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The console removes what the page removes, and shows first what it would do. */
class RemoveVerbTest {
    private final FakeAdmin admin = new FakeAdmin();
    private final RemoveVerb verb = new RemoveVerb(admin);

    @Test
    void showsFirstAndRemovesThen() {
        admin.put("io.latchkey.bridge~home", "io.latchkey.bridge", Map.of("id", "home", "name", "Villa"));
        assertEquals(List.of("home"), verb.complete(List.of("")));
        VerbResult shown = verb.run(List.of("home"));
        assertEquals(0, shown.status());
        assertTrue(text(shown).contains("\"Villa\""), text(shown));
        assertEquals(1, admin.count());
        assertEquals(0, verb.run(List.of("home", "--apply")).status());
        assertEquals(0, admin.count());
    }

    @Test
    void saysWhatItCannotRemove() {
        admin.put(
                "io.latchkey.bridge~attic",
                "io.latchkey.bridge",
                Map.of("id", "attic", "felix.fileinstall.filename", "file:/etc/attic.cfg"));
        assertEquals(
                "Bridge attic is configured in a file: delete file:/etc/attic.cfg",
                text(verb.run(List.of("attic", "--apply"))));
        assertEquals("No configuration has the id home: see bridges", text(verb.run(List.of("home", "--apply"))));
        assertEquals("Usage: remove BRIDGE [--apply]", text(verb.run(List.of())));
        assertEquals("Usage: remove BRIDGE [--apply]", text(verb.run(List.of("attic", "now"))));
        assertEquals(1, admin.count());
    }

    private static String text(VerbResult result) {
        return ((Output.Text) result.outputs().get(0)).text();
    }
}
