// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code reset}: makes a bridge a new one. The bridge must be named, because its pairings are lost. */
@Component(service = Verb.class)
public final class ResetVerb extends BridgeVerb {
    private final BridgeControl control;

    /** Resets through the control. */
    @Activate
    public ResetVerb(@Reference BridgeRuntime runtime, @Reference BridgeControl control) {
        super("reset", "BRIDGE", "Makes a bridge a new one: all its pairings are lost", runtime);
        this.control = control;
    }

    @Override
    public VerbResult run(List<String> arguments) {
        if (arguments.size() != 1) {
            return wrong();
        }
        if (meant(arguments).isEmpty()) {
            return noBridge(arguments);
        }
        String bridge = arguments.get(0);
        return await(
                control.reset(bridge), "Bridge " + bridge + " is a new one: remove the old one in Home, pair anew");
    }
}
