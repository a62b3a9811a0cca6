// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.Setting;
import io.latchkey.exposure.internal.tag.SemanticTags;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the tables to the tags of openHAB and to what the accessory types are. */
class SemanticRulesTest {
    private static final Set<String> ROWS_OF_NO_TAG = Set.of("Equipment", "Point", "Any");

    @Test
    void rowsAreOfTags() {
        Set<String> rows = new TreeSet<>(SemanticRules.offers().keySet());
        rows.removeAll(ROWS_OF_NO_TAG);
        rows.removeAll(SemanticTags.all(SemanticTags.Kind.EQUIPMENT));
        assertEquals(Set.of(), rows);
    }

    @Test
    void linesAreOfPointsAndPropertiesThatThereAre() {
        for (String service : services()) {
            for (PointRule line : SemanticRules.lines(service)) {
                assertTrue(SemanticTags.all(SemanticTags.Kind.POINT).containsAll(line.points()), line.toString());
                Set<String> properties = new TreeSet<>(line.properties());
                properties.remove(PointRule.NO_PROPERTY);
                assertTrue(SemanticTags.all(SemanticTags.Kind.PROPERTY).containsAll(properties), line.toString());
            }
        }
    }

    @Test
    void rolesTakeTheKindsOfItemsThatTheTableGivesThem() {
        for (String service : services()) {
            AccessoryType type = SemanticFixture.type(ServiceChoice.of(service).type());
            assertFalse(SemanticRules.lines(service).isEmpty(), service);
            for (PointRule line : SemanticRules.lines(service)) {
                line.roles().forEach(name -> check(type, name, line));
            }
        }
    }

    @Test
    void whatATypeNeedsTheTableFills() {
        for (String service : services()) {
            Set<String> filled = SemanticRules.lines(service).stream()
                    .filter(line ->
                            line.constant().isPresent() || !line.needed().isEmpty())
                    .flatMap(line -> line.constant().isPresent() ? line.roles().stream() : line.needed().stream())
                    .collect(Collectors.toSet());
            SemanticFixture.type(ServiceChoice.of(service).type()).roles().stream()
                    .filter(SemanticFixture::isFree)
                    .forEach(role -> assertTrue(
                            filled.stream().anyMatch(role::isCalled), service + " can be made without " + role));
        }
    }

    private static void check(AccessoryType type, String name, PointRule line) {
        Optional<Role> role =
                type.roles().stream().filter(each -> each.isCalled(name)).findFirst();
        boolean isOption = type.settings().stream().map(Setting::name).anyMatch(name::equals);
        assertTrue(role.isPresent() || isOption && line.constant().isPresent(), type.name() + "." + name);
        role.ifPresent(found -> assertTrue(found.items().containsAll(line.kinds()), type.name() + "." + name + line));
    }

    private static Set<String> services() {
        return SemanticRules.offers().values().stream()
                .flatMap(offer -> Stream.of(offer.main(), offer.further()).flatMap(List::stream))
                .map(ServiceChoice::service)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
