// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.check;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.exposure.internal.language.ExposureRequest;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.live.Host;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says for an item what it is on which bridge, or why it is on none. Looks at one moment; what a bridge is about to
 * compose isn't in it.
 */
public final class Inspection {
    private static final String NO_BRIDGE =
            "No bridge is running: note one in etc/io.latchkey.bridge-home.cfg, or see the verb bridges.";

    private final List<CompositionReport> bridges;
    private final Vocabulary vocabulary;

    /** Inspects what these bridges show. */
    public Inspection(List<CompositionReport> bridges, Vocabulary vocabulary) {
        this.bridges = List.copyOf(bridges);
        this.vocabulary = vocabulary;
    }

    /** Whether an item asks to be in Home: by what is noted at it, or by its tags where a bridge reads these. */
    public boolean asks(Host host, Item item) {
        return asks(item)
                || bridges.stream()
                        .anyMatch(bridge ->
                                bridge.report(host.name(), item.name()).isPresent());
    }

    private boolean asks(Item item) {
        return !ExposureRequest.of(note(item), vocabulary).isEmpty();
    }

    /** One verdict for each bridge that takes the item, else one that says why none does. */
    public List<ItemVerdict> verdicts(Host host, Item item) {
        List<ItemVerdict> all = bridges.stream()
                .flatMap(bridge -> bridge.report(host.name(), item.name()).stream()
                        .map(report -> new ItemVerdict(
                                host.name(),
                                item,
                                Optional.of(bridge.bridge().id()),
                                report.becomes(),
                                report.findings())))
                .toList();
        return all.isEmpty() ? List.of(nowhere(host, item)) : all;
    }

    /** What isn't there of what the bridges remember, by accessory. */
    List<AbsentNote> absent() {
        return bridges.stream()
                .flatMap(bridge -> bridge.absences().entrySet().stream()
                        .map(entry -> new AbsentNote(bridge.bridge().id(), entry.getKey(), entry.getValue())))
                .sorted(Comparator.comparing(AbsentNote::accessory))
                .toList();
    }

    private ItemVerdict nowhere(Host host, Item item) {
        CheckReport.Finding why = asks(item) ? whyNowhere(host, item) : new CheckReport.Finding(false, whyQuiet(item));
        return new ItemVerdict(host.name(), item, Optional.empty(), List.of(), List.of(why));
    }

    /** The televisions of the configured bridges, by the id of the bridge; keys of accessories. */
    Map<String, Set<String>> televisions() {
        return bridges.stream()
                .collect(Collectors.toMap(
                        bridge -> bridge.bridge().id(), CompositionReport::televisions, (one, other) -> one));
    }

    private CheckReport.Finding whyNowhere(Host host, Item item) {
        if (bridges.isEmpty()) {
            return new CheckReport.Finding(true, NO_BRIDGE);
        }
        List<CompositionReport> takers = bridges.stream()
                .filter(bridge -> bridge.hosts().contains(host.name()))
                .toList();
        if (takers.isEmpty()) {
            return new CheckReport.Finding(
                    true, "No bridge takes items of the host " + host + ": see hosts in the configuration of one.");
        }
        if (host.patientRegistry().filter(ItemRegistry::isReady).isEmpty()) {
            return new CheckReport.Finding(false, "Its host " + host + " is still loading items.");
        }
        boolean isSeen = takers.stream().anyMatch(bridge -> bridge.reports().containsKey(host.name()));
        return isSeen
                ? new CheckReport.Finding(true, whyUnselected(takers, item))
                : new CheckReport.Finding(false, "No bridge has looked at it yet; ask again in a few seconds.");
    }

    private String whyUnselected(List<CompositionReport> takers, Item item) {
        String selections = takers.stream()
                .map(bridge -> bridge.bridge().id() + " takes " + bridge.selection())
                .collect(Collectors.joining(", "));
        String instance = note(item)
                .text("instance")
                .map(number -> " Its option instance is " + number + ".")
                .orElse("");
        String group = item.groupNames().isEmpty() ? "" : " A member of an accessory's group goes with the group.";
        return "No bridge selects it: " + selections + "." + instance + group
                + " Change its option instance, or selection in the configuration of a bridge.";
    }

    private String whyQuiet(Item item) {
        String said =
                note(item).value().isBlank() ? "nothing" : note(item).value().trim();
        String start = "It doesn't ask to be in Home: its metadata homekit says " + said + ". "
                + (readsTags() ? "Its tags say nothing that Home knows. " : "");
        List<String> types = typesFor(item.valueType());
        if (item.valueType() == ItemType.GROUP) {
            return start + "Note there which type of accessory its members make, or " + Vocabulary.GROUP_ONLY + ".";
        }
        return types.isEmpty()
                ? start + "No installed type is made of a " + item.valueType().text() + " alone; it can play a part,"
                        + " such as Type.Characteristic, in a group."
                : start + "A " + item.valueType().text() + " can be noted as: " + String.join(", ", types) + ".";
    }

    private boolean readsTags() {
        return bridges.stream().anyMatch(bridge -> bridge.bridge().expose() == BridgeView.Expose.SEMANTIC);
    }

    /** The types that an item of that kind makes alone. */
    private List<String> typesFor(ItemType kind) {
        return vocabulary.types().stream()
                .filter(type -> isMadeOf(type, kind))
                .map(AccessoryType::name)
                .sorted()
                .toList();
    }

    private static boolean isMadeOf(AccessoryType type, ItemType kind) {
        return type.roles().stream()
                        .anyMatch(role -> role.isRequired() && role.items().contains(kind))
                && type.roles().stream()
                        .filter(role -> role.isRequired() && role.preset().isEmpty())
                        .allMatch(role -> role.items().contains(kind));
    }

    private static Metadata note(Item item) {
        return item.metadata().getOrDefault(ExposureRequest.NAMESPACE, Metadata.NONE);
    }
}
