// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.Value;
import io.latchkey.exposure.internal.EveryType;
import io.latchkey.exposure.internal.language.Selection;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.plan.AccessoryPlan;
import io.latchkey.exposure.internal.plan.Composition;
import io.latchkey.exposure.internal.plan.ItemPlans;
import io.latchkey.exposure.internal.plan.RoleSource;
import io.latchkey.exposure.internal.plan.ServicePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Items with tags, and what becomes of them with all types that there are, as text. */
final class SemanticFixture {
    static final List<AccessoryType> TYPES = EveryType.ALL;
    static final Vocabulary WORDS = new Vocabulary(TYPES);

    final List<Item> items = new ArrayList<>();
    Selection selection = Selection.of("");

    /** A group with tags. */
    SemanticFixture group(String name, String tags, String... groups) {
        return add(Item.of(name, ItemType.GROUP).tags(words(tags)).groups(Set.of(groups)));
    }

    /** An item with tags. */
    SemanticFixture item(String name, String type, String tags, String... groups) {
        return add(
                Item.of(name, ItemType.of(type).orElseThrow()).tags(words(tags)).groups(Set.of(groups)));
    }

    /** A group with tags and a note. */
    SemanticFixture noted(String name, String type, String tags, String homekit, String... groups) {
        return add(Item.of(name, ItemType.of(type).orElseThrow())
                .tags(words(tags))
                .groups(Set.of(groups))
                .metadata("homekit", new Metadata(homekit, Map.of())));
    }

    SemanticFixture add(Item.Builder item) {
        items.add(item.build());
        return this;
    }

    SemanticMetadata overlay() {
        return SemanticMetadata.of(items, selection);
    }

    Composition composition() {
        return ItemPlans.compose(overlay(), WORDS, selection);
    }

    /** Each accessory: its item and its services, each with the items that play. */
    List<String> accessories() {
        return composition().accessories().stream()
                .map(plan -> plan.owner() + ": " + services(plan))
                .sorted()
                .toList();
    }

    /** What is said of each item, with faults marked. */
    Map<String, String> said() {
        SemanticMetadata overlay = overlay();
        Map<String, String> said = new TreeMap<>();
        for (CheckReport report :
                overlay.explained(ItemPlans.compose(overlay, WORDS, selection).reports())) {
            String text = report.findings().stream()
                    .map(finding -> (finding.isFault() ? "FAULT " : "") + finding.text())
                    .collect(Collectors.joining(" "));
            if (!text.isEmpty()) {
                said.put(report.item(), text);
            }
        }
        return said;
    }

    static String services(AccessoryPlan plan) {
        return plan.services().stream().map(SemanticFixture::service).collect(Collectors.joining(" "));
    }

    private static String service(ServicePlan service) {
        List<String> players = new ArrayList<>();
        service.sources().forEach((role, player) -> {
            if (player instanceof RoleSource.FromItem item) {
                players.add(role + "=" + item.context().item().name());
            } else if (player instanceof RoleSource.Fixed value && isNoted(role, value)) {
                players.add(role + "!");
            }
        });
        String linked = service.linked().isEmpty() ? "" : service.linked().toString();
        return service.key() + "(" + String.join(",", players) + ")" + linked;
    }

    private static boolean isNoted(Role role, RoleSource.Fixed value) {
        boolean isChosen =
                value.value() instanceof Value.Whole && !role.preset().equals(Optional.of(value.value()));
        return value.isOnlyOne() || role.isAdjustable() && isChosen;
    }

    static AccessoryType type(String name) {
        return TYPES.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static boolean isFree(Role role) {
        return role.isRequired() && role.preset().isEmpty();
    }

    private static Set<String> words(String tags) {
        return tags.isBlank() ? Set.of() : Set.of(tags.trim().split(" +"));
    }
}
