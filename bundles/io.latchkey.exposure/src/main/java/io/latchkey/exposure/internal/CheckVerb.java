// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.EnablingStatus;
import io.latchkey.api.concurrent.ContributorFailure;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.exposure.internal.check.AccessoryPlaces;
import io.latchkey.exposure.internal.check.AddonDifferences;
import io.latchkey.exposure.internal.check.CheckOutput;
import io.latchkey.exposure.internal.check.Inspection;
import io.latchkey.exposure.internal.check.ItemVerdict;
import io.latchkey.exposure.internal.check.TelevisionRemarks;
import io.latchkey.exposure.internal.live.Host;
import io.latchkey.exposure.internal.live.LiveAccessory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code check}: what each item that asks for it is in Home, and why not, with the mending; with {@code --semantic} what
 * it would be if its tags counted, with {@code --addon} what openHAB's HomeKit add-on made of it otherwise. Says what is
 * absent, too, what hosts can't read, and which bundles fail or hang. Its status is 1 when something is at fault, so that a
 * script can stop before people see half a home.
 */
@Component
public final class CheckVerb implements Verb {
    private static final String JSON = "--json";
    private static final String SEMANTIC = "--semantic";
    private static final String ADDON = "--addon";
    private static final List<String> OPTIONS = List.of(JSON, SEMANTIC, ADDON);

    private final Exposure exposure;
    private final BridgeRuntime bridges;

    /** Checks what that exposure offers and what these bridges show of it. */
    @Activate
    public CheckVerb(@Reference Exposure exposure, @Reference BridgeRuntime bridges) {
        this.exposure = exposure;
        this.bridges = bridges;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String description() {
        return "Says what each item is in Home, and why not, with the mending";
    }

    @Override
    public String usage() {
        return "[ITEM] [" + SEMANTIC + "] [" + ADDON + "] [" + JSON + "]";
    }

    @Override
    public List<String> complete(List<String> arguments) {
        List<String> typed = arguments.subList(0, arguments.size() - 1);
        boolean hasItem = typed.stream().anyMatch(word -> !OPTIONS.contains(word));
        return Stream.concat(
                        hasItem ? Stream.empty() : exposure.itemNames().stream(),
                        OPTIONS.stream().filter(option -> !typed.contains(option)))
                .toList();
    }

    @Override
    public VerbResult run(List<String> arguments) {
        List<String> names =
                arguments.stream().filter(word -> !OPTIONS.contains(word)).toList();
        if (names.size() > 1 || names.stream().anyMatch(name -> name.startsWith("--"))) {
            return VerbResult.failed("Usage: check " + usage());
        }
        Inspection inspection = arguments.contains(SEMANTIC) ? exposure.preview() : exposure.inspection();
        List<ItemVerdict> verdicts = (names.isEmpty() ? all(inspection) : of(inspection, names.get(0)))
                .stream()
                        .map(verdict -> arguments.contains(ADDON) ? AddonDifferences.in(verdict) : verdict)
                        .toList();
        List<ContributorFailure> failures = names.isEmpty() ? exposure.failures() : List.of();
        CheckOutput account =
                new CheckOutput(verdicts, inspection, failures, key -> names.isEmpty() || isOf(key, names.get(0)));
        if (!names.isEmpty() && account.isEmpty() && switching(names).findAny().isEmpty()) {
            return VerbResult.failed(missing(names.get(0)));
        }
        if (arguments.contains(JSON)) {
            return new VerbResult(account.status(), List.of(new VerbResult.Output.Text(account.json())));
        }
        List<VerbResult.Output> enabling = enabling(names);
        if (account.isEmpty() && enabling.isEmpty()) {
            return VerbResult.done("No item asks to be in Home." + away());
        }
        List<VerbResult.Output> outputs = new ArrayList<>(account.forPeople());
        if (!away().isEmpty()) {
            outputs.add(new VerbResult.Output.Text(away().trim()));
        }
        outputs.addAll(enabling);
        return new VerbResult(isTroubled(names) ? 1 : account.status(), outputs);
    }

    /** What the items that are asked for, or all, make of bridges. */
    private List<VerbResult.Output> enabling(List<String> names) {
        return switching(names)
                .map(each -> new VerbResult.Output.Text("Bridge " + each.bridge() + ": "
                        + each.trouble()
                                .map(why -> why + ".")
                                .orElse("switched " + (each.enabled() ? "on" : "off") + " by item " + each.item()
                                        + (each.enabled() ? "." : ", so that controllers are refused."))))
                .<VerbResult.Output>map(each -> each)
                .toList();
    }

    private boolean isTroubled(List<String> names) {
        return switching(names).anyMatch(each -> each.trouble().isPresent());
    }

    private Stream<EnablingStatus> switching(List<String> names) {
        return bridges.enabling().stream().filter(each -> names.isEmpty() || names.contains(each.item()));
    }

    private List<ItemVerdict> all(Inspection inspection) {
        return verdicts(inspection, inspection::asks);
    }

    private List<ItemVerdict> of(Inspection inspection, String name) {
        return verdicts(inspection, (host, item) -> item.name().equals(name));
    }

    private List<ItemVerdict> verdicts(Inspection inspection, BiPredicate<Host, Item> meant) {
        AccessoryPlaces places = new AccessoryPlaces(exposure.id(), bridges::places);
        TelevisionRemarks televisions = new TelevisionRemarks(inspection, places);
        return exposure.hosts().stream()
                .flatMap(host -> verdicts(host, inspection, meant)
                        .map(verdict -> televisions.in(host, places.in(host, verdict))))
                .toList();
    }

    private static Stream<ItemVerdict> verdicts(Host host, Inspection inspection, BiPredicate<Host, Item> meant) {
        Map<String, String> remarks =
                host.patientRegistry().map(ItemRegistry::remarks).orElse(Map.of());
        return host.items().stream()
                .filter(item -> meant.test(host, item))
                .flatMap(item -> inspection.verdicts(host, item).stream()
                        .map(verdict -> Optional.ofNullable(remarks.get(item.name()))
                                .map(verdict::remarked)
                                .orElse(verdict)));
    }

    private String missing(String name) {
        return exposure.hosts().stream()
                .flatMap(host -> host.patientRegistry().map(ItemRegistry::unreadable).stream())
                .flatMap(unreadable -> Optional.ofNullable(unreadable.get(name)).stream())
                .findFirst()
                .map(why -> "Item " + name + " can't be read: " + why + ".")
                .orElseGet(() -> "There is no item " + name + "; the verb items lists them." + away());
    }

    private static boolean isOf(String accessory, String item) {
        return LiveAccessory.ownerOf(accessory).equals(item);
    }

    private String away() {
        List<String> away = exposure.hosts().stream()
                .filter(host -> host.registry().isEmpty())
                .map(Host::name)
                .toList();
        return away.isEmpty() ? "" : " Not looked at, because they are away: items of " + String.join(", ", away) + ".";
    }
}
