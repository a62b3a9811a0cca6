// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.exposure.internal.language.Selection;
import io.latchkey.exposure.internal.plan.AccessoryPlan;
import io.latchkey.exposure.internal.plan.Composition;
import io.latchkey.exposure.internal.plan.ItemPlans;
import io.latchkey.exposure.internal.plan.PreviousNumbers;
import io.latchkey.exposure.internal.tag.SemanticTags;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any items with any tags in any groups. */
class AnyTagsTest {
    private static final List<String> NAMES = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");
    private static final List<String> TAGS = Stream.concat(
                    Stream.of(SemanticTags.Kind.values()).flatMap(kind -> SemanticTags.all(kind).stream()),
                    Stream.of("Mine", "", "_"))
            .sorted()
            .toList();

    @Provide
    Arbitrary<List<Item>> homes() {
        Arbitrary<Set<String>> groups = Arbitraries.of(NAMES).set().ofMaxSize(3);
        Arbitrary<Set<String>> tags = Arbitraries.of(TAGS).set().ofMaxSize(3);
        Arbitrary<ItemType> types = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, Arbitraries.just(ItemType.GROUP)),
                net.jqwik.api.Tuple.of(3, Arbitraries.of(ItemType.values())));
        Arbitrary<Optional<String>> notes = Arbitraries.of("Lighting", "None", "", "AccessoryGroup", "Switchable,,")
                .optional(0.15);
        Arbitrary<Optional<String>> semantics = Arbitraries.of(
                        "Equipment_LightSource_Mine", "Point_Control", "Location", "_", "", "Point__", "Equipment_")
                .optional(0.2);
        return Combinators.combine(Arbitraries.of(NAMES), types, tags, groups, notes, semantics)
                .as(AnyTagsTest::item)
                .list()
                .ofMaxSize(10)
                .map(items -> List.copyOf(items.stream()
                        .collect(Collectors.toMap(Item::name, Function.identity(), (one, other) -> one))
                        .values()));
    }

    @Property(tries = 2000)
    void whatIsNotedStaysAndNothingOfTheItemsIsLost(@ForAll("homes") List<Item> items) {
        List<Item> overlaid =
                SemanticMetadata.of(items, Selection.of("!tag:Fan")).items();
        Map<String, Item> byName = new HashMap<>();
        overlaid.forEach(item -> assertTrue(byName.put(item.name(), item) == null, item.name()));
        for (Item item : items) {
            Item now = byName.get(item.name());
            if (item.metadata().containsKey("homekit")) {
                assertSame(item, now);
            }
            assertTrue(item.groupNames().containsAll(now.groupNames()));
            assertEquals(item.tags(), now.tags());
        }
    }

    @Property(tries = 2000)
    void notedItemsAreWhatTheyWereWithoutTags(@ForAll("homes") List<Item> items) {
        Map<String, AccessoryPlan> before =
                plans(ItemPlans.compose(items, SemanticFixture.WORDS, Selection.of(""), PreviousNumbers.NONE));
        Map<String, AccessoryPlan> after = plans(ItemPlans.compose(
                SemanticMetadata.of(items, Selection.of("")), SemanticFixture.WORDS, Selection.of("")));
        before.forEach((name, plan) -> assertEquals(plan, after.get(name)));
    }

    @Property(tries = 1000)
    void tagsAloneNeverMakeFaults(@ForAll("homes") List<Item> items) {
        SemanticMetadata overlay = SemanticMetadata.of(items, Selection.of(""));
        Set<String> noted = items.stream()
                .filter(item -> item.metadata().containsKey("homekit"))
                .map(Item::name)
                .collect(Collectors.toCollection(HashSet::new));
        ItemPlans.compose(overlay, SemanticFixture.WORDS, Selection.of("")).reports().stream()
                .filter(report -> !noted.contains(report.item()))
                .forEach(report -> report.findings()
                        .forEach(finding -> assertFalse(finding.isFault(), report + " in " + overlay.items())));
    }

    @Property(tries = 500)
    void theOrderOfItemsDoesntMatter(@ForAll("homes") List<Item> items, @ForAll Random random) {
        List<Item> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        assertEquals(
                Set.copyOf(SemanticMetadata.of(items, Selection.of("")).items()),
                Set.copyOf(SemanticMetadata.of(shuffled, Selection.of("")).items()));
    }

    private static Map<String, AccessoryPlan> plans(Composition composition) {
        return composition.accessories().stream().collect(Collectors.toMap(plan -> plan.owner(), Function.identity()));
    }

    private static Item item(
            String name,
            ItemType type,
            Set<String> tags,
            Set<String> groups,
            Optional<String> note,
            Optional<String> semantics) {
        Item.Builder item = Item.of(name, type).tags(tags).groups(groups);
        note.ifPresent(text -> item.metadata("homekit", new Metadata(text, Map.of())));
        semantics.ifPresent(text -> item.metadata("semantics", new Metadata(text, Map.of("isPointOf", "A"))));
        return item.build();
    }
}
