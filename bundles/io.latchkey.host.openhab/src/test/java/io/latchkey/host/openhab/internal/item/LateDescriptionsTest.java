// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import static io.latchkey.host.openhab.internal.item.ItemRegistryRig.SETTLED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.core.events.Event;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.link.ItemChannelLink;
import org.openhab.core.thing.link.dto.ItemChannelLinkDTO;
import org.openhab.core.thing.link.events.ItemChannelLinkAddedEvent;
import org.openhab.core.thing.link.events.ItemChannelLinkRemovedEvent;
import org.openhab.core.types.CommandOption;

/** A thing describes the states of an item after openHAB has started, and nothing else happens to the item. */
class LateDescriptionsTest {
    private static final String THING = "tv:panel:parlour";
    private static final String CHANNEL = THING + ":audio#volume";

    private final ItemRegistryRig rig = new ItemRegistryRig();
    private final TestItem volume = (TestItem) TestItem.of("Dimmer", "Volume");

    private void start() {
        rig.openhab.add(volume, "TelevisionSpeaker.Volume");
        rig.openhab.links.add(new ItemChannelLink("Volume", new ChannelUID(CHANNEL)));
        rig.openhab.links.add(new ItemChannelLink("Fan", new ChannelUID("fan:ceiling:hall:speed")));
        rig.openhab.readiness.reach(30, 40, 50, 70, 80, 100);
        rig.workers.pass(SETTLED);
        rig.heard.clear();
        volume.asked = 0;
    }

    static Stream<Event> events() {
        ItemChannelLinkDTO link = new ItemChannelLinkDTO("Volume", CHANNEL, null);
        return Stream.of(
                new FakeOpenhab.Described(CHANNEL, Set.of("Volume")),
                new FakeOpenhab.Described(CHANNEL, Set.of()),
                new FakeOpenhab.Status(THING),
                new FakeOpenhab.ThingUpdated(THING),
                new ItemChannelLinkAddedEvent("openhab/links/Volume-" + CHANNEL + "/added", "{}", link),
                new ItemChannelLinkRemovedEvent("openhab/links/Volume-" + CHANNEL + "/removed", "{}", link));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anItemIsReadAnewThatMayBeDescribedAnew(Event event) {
        start();
        volume.description = TestItem.upTo(64);
        volume.options = List.of(new CommandOption("10", "Whisper"));
        assertTrue(rig.openhab.bus.tell(event));
        rig.workers.pass(SETTLED);
        assertEquals(List.of("+[] -[] ~[Volume]"), rig.heard);
        assertEquals(
                Optional.of(BigDecimal.valueOf(64)),
                rig.registry.item("Volume").orElseThrow().stateDescription().maximum());
        assertEquals(
                "Whisper",
                rig.registry
                        .item("Volume")
                        .orElseThrow()
                        .commandOptions()
                        .get(0)
                        .label());
    }

    @Test
    void aFloodOfThemIsOneReadingOfWhatIsConcerned() {
        start();
        int scans = rig.openhab.items.scans + rig.openhab.notes.scans;
        for (int each = 0; each < 1000; each++) {
            rig.openhab.bus.tell(new FakeOpenhab.Status(THING));
        }
        rig.openhab.bus.tell(new FakeOpenhab.Status("tv:panel:parlour:audio"));
        rig.openhab.bus.tell(new FakeOpenhab.Status("tv:panel:study"));
        rig.workers.pass(SETTLED);
        assertEquals(1, volume.asked);
        assertEquals(1, rig.openhab.links.all.scans);
        assertEquals(scans, rig.openhab.items.scans + rig.openhab.notes.scans);
        assertEquals(List.of(), rig.heard);
    }

    @Test
    void withoutTheRegistryOfLinksWhatTheEventNamesIsRead() {
        start();
        rig.registry.unbindLinks(rig.openhab.links);
        volume.description = TestItem.upTo(64);
        rig.openhab.bus.tell(new FakeOpenhab.Status(THING));
        rig.workers.pass(SETTLED);
        assertEquals(List.of(), rig.heard);
        rig.openhab.bus.tell(new FakeOpenhab.Described(CHANNEL, Set.of("Volume", "Unknown")));
        rig.workers.pass(SETTLED);
        assertEquals(List.of("+[] -[] ~[Volume]"), rig.heard);
    }

    /** Not every thing says it: those of a binding that is started between two start levels don't. */
    @Test
    void whatThingsDescribeUntilOpenHabIsUpIsRead() {
        rig.openhab.add(volume, "TelevisionSpeaker.Volume");
        rig.ready();
        volume.description = TestItem.upTo(64);
        rig.openhab.readiness.reach(80);
        rig.workers.pass(SETTLED);
        assertEquals(List.of("+[] -[] ~[Volume]"), rig.heard);
        volume.description = TestItem.upTo(32);
        rig.openhab.readiness.reach(100);
        rig.workers.pass(SETTLED);
        assertEquals(2, rig.heard.size());
    }

    /** A home of 10,000 items, of which 200 are in Home: the others cost one look at each, and no description. */
    @Test
    void aLargeHomeIsReadOnceAndOnlyWhatIsInHomeIsDescribed() {
        List<TestItem> all = Stream.iterate(0, number -> number < 10_000, number -> number + 1)
                .map(number -> (TestItem) TestItem.of("Dimmer", "Item_" + number))
                .toList();
        all.forEach(item -> rig.openhab.items.add(item));
        all.subList(0, 200)
                .forEach(item -> rig.openhab.notes.add(FakeOpenhab.note("homekit", item.getName(), "Lighting")));
        all.forEach(item -> rig.openhab.notes.add(FakeOpenhab.note("widget", item.getName(), "oh-card")));
        rig.openhab.readiness.reach(30);
        for (int level : new int[] {40, 50, 70, 80, 100}) {
            rig.openhab.readiness.reach(level);
            rig.workers.pass(SETTLED);
        }
        rig.openhab.notes.update(FakeOpenhab.note("homekit", "Item_5000", "Lighting"));
        rig.workers.pass(SETTLED);
        assertEquals(1, rig.openhab.items.scans, "all items are gone through once");
        assertEquals(1, rig.openhab.notes.scans, "all notes are gone through once");
        assertEquals(3 * 200 + 1, all.stream().mapToInt(item -> item.asked).sum(), "at 30, 80 and 100");
    }
}
