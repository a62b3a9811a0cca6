// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.PairingStatus;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code pairings}: whom the bridges trust; one of them can be removed, as its controller would do it. */
@Component(service = Verb.class)
public final class PairingsVerb extends BridgeVerb {
    private static final List<String> HEADERS = List.of("Controller", "Permissions", "Sessions");
    private static final String REMOVE = "remove";

    private final BridgeControl control;

    /** Shows what the runtime tells and removes through the control. */
    @Activate
    public PairingsVerb(@Reference BridgeRuntime runtime, @Reference BridgeControl control) {
        super("pairings", "[BRIDGE [remove CONTROLLER]]", "Shows the pairings, or removes one", runtime);
        this.control = control;
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return switch (arguments.size()) {
            case 2 -> List.of(REMOVE);
            case 3 ->
                runtime().pairings(arguments.get(0)).stream()
                        .map(pairing -> pairing.controller().text())
                        .toList();
            default -> super.complete(arguments);
        };
    }

    @Override
    public VerbResult run(List<String> arguments) {
        if (arguments.size() == 3 && arguments.get(1).equals(REMOVE)) {
            return remove(arguments.get(0), arguments.get(2));
        }
        return table(
                arguments,
                HEADERS,
                bridge -> runtime().pairings(bridge).stream()
                        .map(PairingsVerb::row)
                        .toList());
    }

    private VerbResult remove(String bridge, String controller) {
        if (meant(List.of(bridge)).isEmpty()) {
            return noBridge(List.of(bridge));
        }
        return runtime().pairings(bridge).stream()
                .map(PairingStatus::controller)
                .filter(each -> each.text().equals(controller))
                .findFirst()
                .map(found -> removed(bridge, found))
                .orElseGet(() -> VerbResult.failed("Bridge " + bridge + " has no pairing with " + controller));
    }

    private VerbResult removed(String bridge, ControllerId controller) {
        return await(control.removePairing(bridge, controller), "Removed the pairing with " + controller);
    }

    private static List<String> row(PairingStatus pairing) {
        return List.of(
                pairing.controller().text(),
                pairing.permissions().name().toLowerCase(Locale.ROOT),
                Integer.toString(pairing.sessions()));
    }
}
