// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.exposure.internal.language.Selection;
import io.latchkey.exposure.internal.language.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Notes items and tells, in short, what is planned with them. */
abstract class Planning {
    final List<Item> items = new ArrayList<>();

    /** The types that are there. */
    abstract List<AccessoryType> types();

    void item(String name, ItemType type, String homekit, String... options) {
        items.add(
                Item.of(name, type).metadata("homekit", note(homekit, options)).build());
    }

    void group(String name, String homekit, String... options) {
        item(name, ItemType.GROUP, homekit, options);
    }

    void member(String group, String name, ItemType type, String homekit, String... options) {
        items.add(Item.of(name, type)
                .groups(Set.of(group))
                .metadata("homekit", note(homekit, options))
                .build());
    }

    static Metadata note(String homekit, String... options) {
        Map<String, Object> all = new HashMap<>();
        for (int index = 0; index < options.length; index += 2) {
            all.put(options[index], options[index + 1]);
        }
        return new Metadata(homekit, all);
    }

    Composition compose(String selection) {
        return compose(selection, PreviousNumbers.NONE);
    }

    Composition compose(String selection, PreviousNumbers numbers) {
        return ItemPlans.compose(items, new Vocabulary(types()), Selection.of(selection), numbers);
    }

    CheckReport report(String item) {
        return compose("").reports().stream()
                .filter(report -> report.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    String fault(String item) {
        return report(item).findings().stream()
                .filter(CheckReport.Finding::isFault)
                .map(CheckReport.Finding::text)
                .collect(Collectors.joining(" "));
    }

    List<String> plans() {
        return plans(PreviousNumbers.NONE);
    }

    List<String> plans(PreviousNumbers numbers) {
        return compose("", numbers).accessories().stream()
                .map(plan -> plan.owner() + ": "
                        + plan.services().stream().map(Planning::text).collect(Collectors.joining(" ")))
                .toList();
    }

    static String text(ServicePlan service) {
        String sources = service.sources().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                .collect(Collectors.joining(",", "(", ")"));
        return service.key()
                + sources
                + (service.primary() ? "*" : "")
                + (service.linked().isEmpty() ? "" : "->" + service.linked())
                + service.name()
                        .map(name -> "'" + name.text() + "'" + (name.isConfigured() ? "!" : ""))
                        .orElse("");
    }

    static String text(RoleSource source) {
        if (source instanceof RoleSource.FromItem item) {
            return item.context().item().name();
        }
        return ((RoleSource.Fixed) source).value().toString().replaceAll("\\D", "");
    }
}
