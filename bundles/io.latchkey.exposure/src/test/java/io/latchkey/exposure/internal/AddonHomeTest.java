// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.exposure.internal.check.AddonDifferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A home with every type, characteristic and option of openHAB's HomeKit add-on: {@code check} names what differs. */
class AddonHomeTest {
    private static final int LARGE = 365;
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "openhab.md");
    private static final Pattern ANCHOR = Pattern.compile("^\\| <a id=\"([a-z-]+)\"></a>", Pattern.MULTILINE);
    /** Every option that the README or the sources of the add-on have, states and constants aside. */
    private static final List<String> OPTIONS = List.of(
            "instance",
            "primary",
            "inverted",
            "minValue",
            "maxValue",
            "step",
            "dimmerMode",
            "commandDelay",
            "lowThreshold",
            "chargeable",
            "stop",
            "stopSameDirection",
            "sendUpDownForExtents",
            "ValveType",
            "homekitValveType",
            "homekitTimer",
            "homekitDefaultDuration",
            "homekitMultiplicator",
            "type",
            "ServiceLabel",
            "ServiceIndex");
    /** What is so for a whole home or only at one moment, and not for one item. */
    private static final Set<String> OF_THE_WHOLE =
            Set.of("colour-without-brightness", "derived-mode", "lamps-beside", "no-state", "not-none");

    private static final Map<String, List<String>> ROWS = new LinkedHashMap<>();
    private static List<Item> home;

    @BeforeAll
    static void check() {
        home = items();
        ExposureFixture exposed = new ExposureFixture(EveryType.ALL.toArray(AccessoryType[]::new))
                .with("local", new FakeItemRegistry(home.toArray(Item[]::new)));
        exposed.open("", "");
        VerbResult result = new CheckVerb(exposed.exposure, new FixedPlaces()).run(List.of("--addon"));
        ((VerbResult.Output.Table) result.outputs().get(0)).rows().forEach(row -> ROWS.put(row.get(1), row));
    }

    @Test
    void theHomeIsLargeAndHasAll() {
        assertTrue(home.size() >= LARGE, () -> home.size() + " items");
        Set<String> known = home.stream()
                .flatMap(item -> item.metadata().values().stream())
                .map(Metadata::options)
                .flatMap(options -> options.keySet().stream())
                .collect(Collectors.toSet());
        assertEquals(
                List.of(),
                OPTIONS.stream().filter(each -> !known.contains(each)).toList());
    }

    @Test
    void everyItemThatDiffersHasARemark() {
        List<String> silent = new ArrayList<>();
        List<AddonRow> table = AddonRow.all();
        for (int index = 0; index < table.size(); index++) {
            String item = table.get(index).item(rowPrefix(index));
            if (table.get(index).different().isPresent() && remark(item).isEmpty()) {
                silent.add(table.get(index).toString());
            }
        }
        List<AddonFixture> fixtures = AddonFixture.all();
        for (int index = 0; index < fixtures.size(); index++) {
            AddonFixture fixture = fixtures.get(index);
            boolean isSaid = fixture.items(fixturePrefix(index)).stream()
                    .anyMatch(item -> !remark(item.name()).isEmpty());
            if (fixture.different().filter(id -> !OF_THE_WHOLE.contains(id)).isPresent() && !isSaid) {
                silent.add(fixture.toString());
            }
        }
        assertEquals(List.of(), silent);
    }

    @Test
    void whatTheAddonShowedIsNoFault() {
        List<AddonRow> table = AddonRow.all();
        List<String> faults = new ArrayList<>();
        for (int index = 0; index < table.size(); index++) {
            List<String> row = ROWS.get(table.get(index).item(rowPrefix(index)));
            if (table.get(index).different().isEmpty() && row.get(0).equals("fault")) {
                faults.add(table.get(index) + ": " + row.get(4));
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void theDocumentHasEveryDifference() throws IOException {
        Set<String> ids = new TreeSet<>(AddonDifferences.ids());
        Stream.concat(
                        AddonFixture.all().stream().flatMap(fixture -> fixture.different().stream()),
                        AddonRow.all().stream().flatMap(row -> row.different().stream()))
                .forEach(ids::add);
        assertEquals(
                ids,
                ANCHOR.matcher(Files.readString(DOCUMENT))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String remark(String item) {
        return ROWS.containsKey(item) ? ROWS.get(item).get(4) : "";
    }

    private static List<Item> items() {
        List<Item> all = new ArrayList<>();
        List<AddonFixture> fixtures = AddonFixture.all();
        for (int index = 0; index < fixtures.size(); index++) {
            all.addAll(fixtures.get(index).items(fixturePrefix(index)));
        }
        List<AddonRow> table = AddonRow.all();
        for (int index = 0; index < table.size(); index++) {
            all.addAll(table.get(index).items(rowPrefix(index), "NULL"));
        }
        return all;
    }

    private static String fixturePrefix(int index) {
        return "Fixture" + index + "_";
    }

    private static String rowPrefix(int index) {
        return "Row" + index + "_";
    }
}
