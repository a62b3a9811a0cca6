// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.item.Item;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.exposure.internal.check.Inspection;
import io.latchkey.exposure.internal.check.ItemVerdict;
import io.latchkey.exposure.internal.live.Host;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code items}: which items there are, and what became of each in Home; why not says {@code check}. */
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
        return arguments.size() == 1 ? exposure.itemNames() : List.of();
    }

    @Override
    public VerbResult run(List<String> arguments) {
        if (arguments.size() > 1) {
            return VerbResult.failed("Usage: items " + usage());
        }
        String part = arguments.isEmpty() ? "" : arguments.get(0).toLowerCase(Locale.ROOT);
        List<List<String>> rows = new ArrayList<>();
        Inspection inspection = exposure.inspection();
        for (Host host : exposure.hosts()) {
            host.items().stream()
                    .filter(item -> item.name().toLowerCase(Locale.ROOT).contains(part))
                    .sorted(Comparator.comparing(Item::name))
                    .forEach(item -> rows.add(row(inspection, host, item)));
        }
        if (rows.isEmpty()) {
            return VerbResult.failed(part.isEmpty() ? "There are no items." : "No item has " + part + " in its name.");
        }
        return VerbResult.done(new VerbResult.Output.Table(HEADERS, rows));
    }

    private static List<String> row(Inspection inspection, Host host, Item item) {
        String type = item.type().text() + item.dimension().map(":"::concat).orElse("");
        String inHome = inspection.asks(host, item)
                ? inspection.verdicts(host, item).stream()
                        .flatMap(ItemsVerb::parts)
                        .distinct()
                        .collect(Collectors.joining("; "))
                : "";
        return List.of(item.name(), type, item.state().text(), inHome);
    }

    private static Stream<String> parts(ItemVerdict verdict) {
        return Stream.concat(
                verdict.becomes().stream(),
                verdict.standing() == ItemVerdict.Standing.FAULT
                        ? Stream.of("at fault: see the verb check")
                        : Stream.empty());
    }
}
