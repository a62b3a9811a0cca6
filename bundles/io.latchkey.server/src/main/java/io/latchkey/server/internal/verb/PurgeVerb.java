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

/** {@code purge}: deletes all that is stored of a bridge that isn't configured any more. One that runs is left alone. */
@Component(service = Verb.class)
public final class PurgeVerb extends BridgeVerb {
    private final BridgeControl control;

    /** Purges through the control. */
    @Activate
    public PurgeVerb(@Reference BridgeRuntime runtime, @Reference BridgeControl control) {
        super("purge", "BRIDGE", "Deletes all that is stored of a bridge that isn't configured any more", runtime);
        this.control = control;
    }

    /** Offers nothing: it is about bridges that aren't there. */
    @Override
    public List<String> complete(List<String> arguments) {
        return List.of();
    }

    @Override
    public VerbResult run(List<String> arguments) {
        if (arguments.size() != 1) {
            return wrong();
        }
        String bridge = arguments.get(0);
        return await(control.purge(bridge), "All that was stored of bridge " + bridge + " is deleted");
    }
}
