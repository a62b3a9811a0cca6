// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.Setting;
import io.latchkey.exposure.internal.tag.Tags;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the tables to the tags of openHAB and to what the accessory types are. */
class RulesTest {
    private static final Set<String> ROWS_OF_NO_TAG = Set.of("Equipment", "Point", "Any");

    @Test
    void rowsAreOfTags() {
        Set<String> rows = new TreeSet<>(Rules.offers().keySet());
        rows.removeAll(ROWS_OF_NO_TAG);
        rows.removeAll(Tags.all(Tags.Kind.EQUIPMENT));
        assertEquals(Set.of(), rows);
    }

    @Test
    void linesAreOfPointsAndPropertiesThatThereAre() {
        for (String service : services()) {
            for (Line line : Rules.lines(service)) {
                assertTrue(Tags.all(Tags.Kind.POINT).containsAll(line.points()), line.toString());
                Set<String> properties = new TreeSet<>(line.properties());
                properties.remove(Line.NO_PROPERTY);
                assertTrue(Tags.all(Tags.Kind.PROPERTY).containsAll(properties), line.toString());
            }
        }
    }

    @Test
    void rolesTakeTheKindsOfItemsThatTheTableGivesThem() {
        for (String service : services()) {
            AccessoryType type = Dwelling.type(Choice.of(service).type());
            assertFalse(Rules.lines(service).isEmpty(), service);
            for (Line line : Rules.lines(service)) {
                line.roles().forEach(name -> check(type, name, line));
            }
        }
    }

    @Test
    void whatATypeNeedsTheTableFills() {
        for (String service : services()) {
            Set<String> filled = Rules.lines(service).stream()
                    .filter(line ->
                            line.constant().isPresent() || !line.needed().isEmpty())
                    .flatMap(line -> line.constant().isPresent() ? line.roles().stream() : line.needed().stream())
                    .collect(Collectors.toSet());
            Dwelling.type(Choice.of(service).type()).roles().stream()
                    .filter(Dwelling::isFree)
                    .forEach(role -> assertTrue(
                            filled.stream().anyMatch(role::isCalled), service + " can be made without " + role));
        }
    }

    private static void check(AccessoryType type, String name, Line line) {
        Optional<Role> role =
                type.roles().stream().filter(each -> each.isCalled(name)).findFirst();
        boolean isOption = type.settings().stream().map(Setting::name).anyMatch(name::equals);
        assertTrue(role.isPresent() || isOption && line.constant().isPresent(), type.name() + "." + name);
        role.ifPresent(found -> assertTrue(found.items().containsAll(line.kinds()), type.name() + "." + name + line));
    }

    private static Set<String> services() {
        return Rules.offers().values().stream()
                .flatMap(offer -> Stream.of(offer.main(), offer.further()).flatMap(List::stream))
                .map(Choice::service)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
