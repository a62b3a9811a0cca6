// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.RefusedSetting;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people and programs get of what was seen. */
class DoctorReportTest {
    private static final Diagnosis FINE = Diagnosis.right("home-whole", "home", "All is there.");
    private static final Diagnosis TWO =
            Diagnosis.mend("televisions", "home", "Two \"televisions\".", "Home shows one.", "Make a second bridge.");
    private static final Diagnosis TAKEN =
            Diagnosis.unreachable("port-taken", "home", "Port 21000 is taken.", "Nobody can pair.", "Free it.");

    private final FixedRuntime runtime = new FixedRuntime();
    private final ExaminedBridge home = runtime.bridge("home", State.READY, 1, 2);

    @Test
    void statusIsThatOfTheWorst() {
        assertEquals(0, new DoctorReport(List.of(home), List.of(FINE)).status());
        assertEquals(1, new DoctorReport(List.of(home), List.of(FINE, TWO)).status());
        assertEquals(2, new DoctorReport(List.of(home), List.of(TAKEN, TWO, FINE)).status());
    }

    @Test
    void peopleReadTheWorstFirstWithWhyAndCure() {
        assertEquals("""
                Bridge home ("My home")
                  unreachable: Port 21000 is taken. [port-taken]
                      Why it matters: Nobody can pair.
                      What to do: Free it.
                  mend: Two "televisions". [televisions]
                      Why it matters: Home shows one.
                      What to do: Make a second bridge.
                  right: All is there.

                2 to mend. Each name in brackets is a heading in the document on troubles (docs/trouble.md).""", new DoctorReport(List.of(home), List.of(FINE, TWO, TAKEN)).text());
        assertTrue(new DoctorReport(List.of(home), List.of(FINE)).text().endsWith("Nothing to mend."));
    }

    @Test
    void programsReadTheSame() {
        JsonObject all = JsonParser.parseString(
                        new DoctorReport(List.of(home), List.of(FINE, TWO, TAKEN.ofAllBridges())).json())
                .getAsJsonObject();
        assertEquals(2, all.get("status").getAsInt());
        JsonObject worst = all.getAsJsonArray("findings").get(0).getAsJsonObject();
        assertEquals("port-taken", worst.get("code").getAsString());
        assertEquals("unreachable", worst.get("severity").getAsString());
        assertEquals("Free it.", worst.get("cure").getAsString());
        assertFalse(worst.has("bridge"));
        JsonObject fine = all.getAsJsonArray("findings").get(2).getAsJsonObject();
        assertEquals("home", fine.get("bridge").getAsString());
        assertFalse(fine.has("why"));
    }

    @Test
    void bridgeThatIsNotReadyIsNeverPassedOver() {
        ExaminedBridge attic = runtime.bridge("attic", State.FAILED, 0, 0, "the disk is full");
        DoctorReport silent = new DoctorReport(List.of(home, attic), List.of(FINE, TAKEN));
        assertEquals(
                List.of("bridge-not-ready", "port-taken", "home-whole"),
                silent.diagnoses().stream().map(Diagnosis::code).toList());
        assertTrue(silent.text().contains("the disk is full"));
        DoctorReport explained = new DoctorReport(List.of(attic), List.of(TAKEN.ofAllBridges()));
        assertEquals(1, explained.diagnoses().size());
    }

    @Test
    void causeIsToldWithoutWhatFollowsFromIt() {
        Diagnosis unseen = Diagnosis.unreachable("record-unseen", "home", "Not found.", "No phone finds it.", "Look.");
        Diagnosis cause =
                Diagnosis.unreachable("openhab-mdns", "home", "It doesn't run.", "No phone finds it.", "Clear it.");
        assertEquals(List.of("openhab-mdns"), codes(new DoctorReport(List.of(home), List.of(unseen, cause))));
        ExaminedBridge attic = runtime.bridge("attic", State.READY, 1, 2);
        Diagnosis other =
                Diagnosis.unreachable("openhab-mdns", "attic", "It doesn't run.", "No phone finds it.", "Clear.");
        assertEquals(
                List.of("openhab-mdns", "record-unseen"),
                codes(new DoctorReport(List.of(home, attic), List.of(unseen, other))));
    }

    @Test
    void settingThatWasRefusedIsToldThoughTheBridgeGoesOn() {
        ExaminedBridge refused =
                runtime.refused("cellar", new RefusedSetting("port", "takes 0 to 65535", Optional.empty()));
        DoctorReport report = new DoctorReport(List.of(refused), List.of());
        assertEquals(List.of("setting-refused"), codes(report));
        assertEquals(1, report.status());
        assertTrue(report.text().contains("port takes 0 to 65535"), report::text);
    }

    private static List<String> codes(DoctorReport report) {
        return report.diagnoses().stream().map(Diagnosis::code).toList();
    }

    @Test
    void withoutABridgeSomethingIsSaid() {
        assertEquals(2, new DoctorReport(List.of(), List.of()).status());
        assertEquals(
                List.of("port-taken"),
                new DoctorReport(List.of(), List.of(TAKEN))
                        .diagnoses().stream().map(Diagnosis::code).toList());
    }
}
