// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.exposure.internal.language.Wish;
import io.latchkey.exposure.internal.live.Host;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code items}: which items there are, and what became of each in Home or why nothing. */
@Component
public final class ItemsVerb implements Verb {
    private static final List<String> HEADERS = List.of("Item", "Type", "State", "In Home");

    private final Exposure exposure;

    /** Shows what that exposure knows. */
    @Activate
    public ItemsVerb(@Reference Exposure exposure) {
        this.exposure = exposure;
    }

    @Override
    public String name() {
        return "items";
    }

    @Override
    public String description() {
        return "Lists the items with their states and what they are in Home";
    }

    @Override
    public String usage() {
        return "[PART-OF-NAME]";
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return arguments.size() == 1 ? names(exposure) : List.of();
    }

    @Override
    public VerbResult run(List<String> arguments) {
        if (arguments.size() > 1) {
            return VerbResult.failed("Usage: items " + usage());
        }
        String part = arguments.isEmpty() ? "" : arguments.get(0).toLowerCase(Locale.ROOT);
        List<List<String>> rows = new ArrayList<>();
        for (Host host : exposure.hosts()) {
            items(host)
                    .filter(item -> item.name().toLowerCase(Locale.ROOT).contains(part))
                    .forEach(item -> rows.add(row(host, item)));
        }
        if (rows.isEmpty()) {
            return VerbResult.failed(part.isEmpty() ? "There are no items." : "No item has " + part + " in its name.");
        }
        return VerbResult.done(new VerbResult.Output.Table(HEADERS, rows));
    }

    /** The names of all items, for completion. */
    static List<String> names(Exposure exposure) {
        return exposure.hosts().stream()
                .flatMap(ItemsVerb::items)
                .map(Item::name)
                .sorted(Comparator.naturalOrder())
                .distinct()
                .toList();
    }

    private static Stream<Item> items(Host host) {
        return host.registry().map(ItemRegistry::items).stream().flatMap(Collection::stream);
    }

    private List<String> row(Host host, Item item) {
        String type = item.type().text() + item.dimension().map(":"::concat).orElse("");
        return List.of(item.name(), type, item.state().text(), inHome(host, item));
    }

    private String inHome(Host host, Item item) {
        List<CheckReport> reports = exposure.reports(host, item.name());
        if (reports.isEmpty()) {
            boolean asks = !item.metadata()
                    .getOrDefault(Wish.NAMESPACE, Metadata.NONE)
                    .value()
                    .isBlank();
            return asks ? "not selected by any bridge" : "";
        }
        return String.join(
                "; ", reports.stream().flatMap(ItemsVerb::parts).distinct().toList());
    }

    private static Stream<String> parts(CheckReport report) {
        return Stream.concat(
                report.becomes().stream(),
                report.findings().stream().map(finding -> (finding.isFault() ? "not shown: " : "") + finding.text()));
    }
}
