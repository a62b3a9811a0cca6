// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code accessories}: what the bridges show, with the ids that controllers know. */
@Component(service = Verb.class)
public final class AccessoriesVerb extends BridgeVerb {
    private static final List<String> HEADERS = List.of("aid", "Name", "Services", "Provider", "Key", "Present");

    /** Shows what the runtime tells. */
    @Activate
    public AccessoriesVerb(@Reference BridgeRuntime runtime) {
        super("accessories", "[BRIDGE]", "Shows the accessories of one or all bridges", runtime);
    }

    @Override
    public VerbResult run(List<String> arguments) {
        return table(
                arguments,
                HEADERS,
                bridge -> runtime().accessories(bridge).stream()
                        .map(AccessoriesVerb::row)
                        .toList());
    }

    private static List<String> row(AccessoryStatus accessory) {
        return List.of(
                accessory.aid().toString(),
                accessory.name(),
                String.join(", ", accessory.services()),
                accessory.provider(),
                accessory.key(),
                accessory.present() ? "yes" : "away");
    }
}
