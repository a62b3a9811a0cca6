// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code prune}: takes absent accessories out of Home. Shows first what would go; takes it only with {@code --apply}, not
 * while its host may still be coming up, and half of a bridge or more only when that bridge is named.
 */
@Component(service = Verb.class)
public final class PruneVerb extends BridgeVerb {
    static final String APPLY = "--apply";
    private static final String BRIDGE = "--bridge";

    private final BridgeControl control;

    /** Shows what the runtime tells and takes it out through the control. */
    @Activate
    public PruneVerb(@Reference BridgeRuntime runtime, @Reference BridgeControl control) {
        super(
                "prune",
                "ITEM...|--bridge BRIDGE [--apply]",
                "Takes absent accessories out of Home, with their rooms and automations",
                runtime);
        this.control = control;
    }

    @Override
    public List<String> complete(List<String> arguments) {
        boolean bridge =
                arguments.size() > 1 && arguments.get(arguments.size() - 2).equals(BRIDGE);
        return runtime().bridges().stream()
                .flatMap(each -> bridge
                        ? List.of(each.id()).stream()
                        : runtime().absent(each.id()).stream().map(AbsentAccessory::key))
                .toList();
    }

    @Override
    public VerbResult run(List<String> arguments) {
        List<String> items = new ArrayList<>(arguments);
        boolean apply = items.remove(APPLY);
        Optional<String> bridge = bridge(items);
        if (items.stream().anyMatch(each -> each.startsWith("-")) || items.isEmpty() && bridge.isEmpty()) {
            return wrong();
        }
        if (bridge.isPresent()
                && runtime().bridges().stream().noneMatch(each -> each.id().equals(bridge.get()))) {
            return noBridge(List.of(bridge.get()));
        }
        Map<String, List<AbsentAccessory>> chosen = new LinkedHashMap<>();
        for (BridgeStatus each : runtime().bridges()) {
            List<AbsentAccessory> those = runtime().absent(each.id()).stream()
                    .filter(absent -> bridge.isEmpty() || bridge.get().equals(each.id()))
                    .filter(absent -> items.isEmpty() || items.stream().anyMatch(item -> isMeant(absent, item)))
                    .toList();
            if (!those.isEmpty()) {
                chosen.put(each.id(), those);
            }
        }
        Optional<String> unknown = items.stream()
                .filter(item -> chosen.values().stream().flatMap(List::stream).noneMatch(each -> isMeant(each, item)))
                .findFirst();
        if (unknown.isPresent()) {
            return VerbResult.failed("Nothing absent is called " + unknown.get() + ": see absent");
        }
        return refusal(chosen, bridge).orElseGet(() -> apply ? prune(chosen) : show(chosen));
    }

    /** Whether a person means that accessory: by its key, or by the item that it is named after. */
    static boolean isMeant(AbsentAccessory absent, String item) {
        return absent.key().equals(item) || absent.key().endsWith(":" + item);
    }

    private Optional<VerbResult> refusal(Map<String, List<AbsentAccessory>> chosen, Optional<String> named) {
        if (chosen.isEmpty()) {
            return Optional.of(VerbResult.done("Nothing is absent"));
        }
        for (Map.Entry<String, List<AbsentAccessory>> each : chosen.entrySet()) {
            for (AbsentAccessory absent : each.getValue()) {
                if (absent.hindrance().isPresent()) {
                    return Optional.of(VerbResult.failed(absent.key() + " can't be pruned: "
                            + absent.hindrance().get()));
                }
            }
            long whole =
                    each.getValue().stream().filter(AbsentAccessory::isWhole).count();
            if (named.isEmpty() && whole > 0 && 2 * whole >= shown(each.getKey(), whole)) {
                return Optional.of(VerbResult.failed("That is half of bridge " + each.getKey()
                        + " or more: name the bridge, too, with --bridge " + each.getKey()));
            }
        }
        return Optional.empty();
    }

    private long shown(String bridge, long atLeast) {
        return runtime().bridges().stream()
                .filter(each -> each.id().equals(bridge))
                .mapToLong(BridgeStatus::accessories)
                .map(shown -> Math.max(shown, atLeast))
                .findFirst()
                .orElse(atLeast);
    }

    private static VerbResult show(Map<String, List<AbsentAccessory>> chosen) {
        List<List<String>> rows = new ArrayList<>();
        chosen.forEach((bridge, absent) -> absent.forEach(each -> rows.add(List.of(
                bridge,
                each.key(),
                each.name(),
                each.isWhole() ? "all" : String.join(", ", each.parts()),
                each.why().reason()))));
        return new VerbResult(
                0,
                List.of(
                        new Output.Table(List.of("Bridge", "Key", "Name", "Parts", "Why"), rows),
                        new Output.Text("These would leave Home, and with them their rooms, scenes and automations."
                                + " Nothing has been done yet: the same with --apply does it")));
    }

    private VerbResult prune(Map<String, List<AbsentAccessory>> chosen) {
        for (Map.Entry<String, List<AbsentAccessory>> each : chosen.entrySet()) {
            VerbResult result = await(control.prune(each.getKey(), each.getValue()), "");
            if (result.status() != 0) {
                return result;
            }
        }
        int count = chosen.values().stream().mapToInt(List::size).sum();
        return VerbResult.done("Taken out of Home: " + count);
    }

    private static Optional<String> bridge(List<String> items) {
        int option = items.indexOf(BRIDGE);
        if (option < 0 || option + 1 == items.size()) {
            return Optional.empty();
        }
        items.remove(option);
        return Optional.of(items.remove(option));
    }
}
