// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code qr}: setup code and QR code to pair with, where there is a code that may be shown. */
@Component(service = Verb.class)
public final class QrVerb extends BridgeVerb {

    /** Shows what the runtime tells. */
    @Activate
    public QrVerb(@Reference BridgeRuntime runtime) {
        super("qr", "[BRIDGE]", "Shows the setup code and QR code of one or all bridges", runtime);
    }

    @Override
    public VerbResult run(List<String> arguments) {
        if (arguments.size() > 1) {
            return wrong();
        }
        List<BridgeStatus> bridges = meant(arguments);
        if (bridges.isEmpty()) {
            return noBridge(arguments);
        }
        List<Output> outputs = new ArrayList<>();
        for (BridgeStatus bridge : bridges) {
            show(bridge, outputs);
        }
        return new VerbResult(0, outputs);
    }

    private static void show(BridgeStatus bridge, List<Output> outputs) {
        if (bridge.setupCode().isEmpty()) {
            String why = bridge.controllers() > 0
                    ? "is paired: remove its pairings to get a new setup code"
                    : "has no setup code yet: " + bridge.problem().orElse("it is starting");
            outputs.add(new Output.Text("Bridge " + bridge.id() + " " + why));
            return;
        }
        String code = bridge.setupCode().get().text();
        outputs.add(new Output.Text("Bridge \"" + bridge.name() + "\" (" + bridge.id() + "), setup code " + code));
        bridge.payload().ifPresent(payload -> outputs.add(new Output.Qr(payload.uri())));
    }
}
