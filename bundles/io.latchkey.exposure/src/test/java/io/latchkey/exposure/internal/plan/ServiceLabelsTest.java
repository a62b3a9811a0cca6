// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.controls.internal.Doorbell;
import io.latchkey.accessories.controls.internal.ServiceLabel;
import io.latchkey.accessories.controls.internal.StatelessProgrammableSwitch;
import io.latchkey.accessories.sensors.internal.MotionSensor;
import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.item.ItemType;
import io.latchkey.exposure.internal.language.Selection;
import io.latchkey.exposure.internal.language.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Buttons of one accessory are told apart by numbers; a doorbell comes with one. */
class ServiceLabelsTest extends Planning {

    @Override
    List<AccessoryType> types() {
        return List.of(new Doorbell(), new ServiceLabel(), new StatelessProgrammableSwitch(), new MotionSensor());
    }

    @Test
    void severalButtonsAreNumberedInTheirOrder() {
        group("G", "AccessoryGroup");
        member("G", "B", ItemType.SWITCH, "StatelessProgrammableSwitch");
        assertEquals(
                List.of("G: SPS:B(ProgrammableSwitchEvent=B)*"), buttons(PreviousNumbers.NONE), "one needs no number");
        member("G", "A", ItemType.SWITCH, "StatelessProgrammableSwitch");
        assertEquals(
                List.of("G: SPS:A(ProgrammableSwitchEvent=A,ServiceIndex=1)*'A'!"
                        + " SPS:B(ProgrammableSwitchEvent=B,ServiceIndex=2)'B'!"
                        + " ServiceLabel(ServiceLabelNamespace=1)->[SPS:A, SPS:B]"),
                buttons(PreviousNumbers.NONE));
        assertEquals(List.of("ServiceLabel", "an accessory of 3 services"), sorted("G"));
    }

    @Test
    void aLabelThatIsAskedForIsThereForOneButtonToo() {
        group("G", "AccessoryGroup", "ServiceLabel", "DOTS");
        member("G", "B", ItemType.SWITCH, "StatelessProgrammableSwitch");
        member("G", "M", ItemType.SWITCH, "MotionSensor");
        assertEquals(
                List.of(
                        "G: SPS:B(ProgrammableSwitchEvent=B,ServiceIndex=1)*'B'! MotionSensor:M(MotionDetectedState=M)'M'!"
                                + " ServiceLabel(ServiceLabelNamespace=0)->[SPS:B]"),
                buttons(PreviousNumbers.NONE));
    }

    @Test
    void aButtonKeepsTheNumberThatItHad() {
        group("G", "AccessoryGroup");
        member("G", "B", ItemType.SWITCH, "StatelessProgrammableSwitch");
        member("G", "A", ItemType.SWITCH, "StatelessProgrammableSwitch");
        member("G", "C", ItemType.SWITCH, "StatelessProgrammableSwitch");
        PreviousNumbers before = (owner, service) ->
                Optional.ofNullable(Map.of("G StatelessProgrammableSwitch:B", 1L, "G StatelessProgrammableSwitch:C", 4L)
                        .get(owner + " " + service));
        assertEquals(List.of("SPS:A=2", "SPS:B=1", "SPS:C=4"), numbers(before));
    }

    @Test
    void aNumberThatIsNotedComesFirst() {
        group("G", "ServiceLabel");
        member("G", "A", ItemType.SWITCH, "StatelessProgrammableSwitch");
        member("G", "B", ItemType.SWITCH, "StatelessProgrammableSwitch", "ServiceIndex", "1");
        member("G", "C", ItemType.SWITCH, "StatelessProgrammableSwitch", "ServiceIndex", "1");
        assertEquals(List.of("SPS:A=2", "SPS:B=1", "SPS:C=1"), numbers((owner, service) -> Optional.of(1L)));
        assertTrue(report("G").findings().get(0).text().contains("ServiceIndex 1"));
    }

    @Test
    void aCompanionIsPlayedByTheSameItems() {
        item("Bell", ItemType.SWITCH, "Doorbell", "SINGLE_PRESS", "OFF");
        assertEquals(
                List.of("Bell: Doorbell(ProgrammableSwitchEvent=Bell)*"
                        + " SPS(ProgrammableSwitchEvent=Bell)'Bell Stateless Programmable Switch'"),
                buttons(PreviousNumbers.NONE));
        assertEquals(List.of("Doorbell.ProgrammableSwitchEvent", "StatelessProgrammableSwitch"), sorted("Bell"));
        assertTrue(report("Bell").findings().get(0).text().contains("button"));
        items.clear();
        item("Bell", ItemType.SWITCH, "Doorbell,StatelessProgrammableSwitch");
        assertEquals(2, compose("").accessories().get(0).services().size(), "it is noted anyway");
        items.clear();
        group("Door", "Doorbell");
        member("Door", "Ring", ItemType.STRING, "Doorbell.ProgrammableSwitchEvent");
        assertEquals(
                List.of("Door: Doorbell(ProgrammableSwitchEvent=Ring)*"
                        + " SPS(ProgrammableSwitchEvent=Ring)'Door Stateless Programmable Switch'"),
                buttons(PreviousNumbers.NONE));
    }

    @Test
    void withoutItsCompanionADoorbellStandsAlone() {
        item("Bell", ItemType.SWITCH, "Doorbell");
        Composition alone = ItemPlans.compose(
                items, new Vocabulary(List.of(new Doorbell())), Selection.of(""), PreviousNumbers.NONE);
        assertEquals(1, alone.accessories().get(0).services().size());
    }

    private List<String> sorted(String item) {
        return report(item).becomes().stream().sorted().toList();
    }

    private List<String> buttons(PreviousNumbers numbers) {
        return plans(numbers).stream()
                .map(plan -> plan.replace("StatelessProgrammableSwitch", "SPS"))
                .toList();
    }

    private List<String> numbers(PreviousNumbers before) {
        return compose("", before).accessories().get(0).services().stream()
                .filter(service -> service.number().isPresent())
                .map(service -> service.key().replace("StatelessProgrammableSwitch", "SPS") + "="
                        + service.number().get())
                .toList();
    }
}
