// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code bridges}: how each bridge is, and what is wrong with it. */
@Component(service = Verb.class)
public final class BridgesVerb extends BridgeVerb {
    private static final List<String> HEADERS =
            List.of("Bridge", "Name", "State", "Address", "Device ID", "Paired", "Accessories", "Sessions", "c#");

    /** Shows what the runtime tells. */
    @Activate
    public BridgesVerb(@Reference BridgeRuntime runtime) {
        super("bridges", "", "Shows all bridges", runtime);
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return List.of();
    }

    @Override
    public VerbResult run(List<String> arguments) {
        if (!arguments.isEmpty()) {
            return wrong();
        }
        List<BridgeStatus> bridges = runtime().bridges();
        List<Output> outputs = new ArrayList<>();
        outputs.add(
                new Output.Table(HEADERS, bridges.stream().map(BridgesVerb::row).toList()));
        for (BridgeStatus bridge : bridges) {
            bridge.problem().ifPresent(problem -> outputs.add(new Output.Text(bridge.id() + ": " + problem)));
        }
        return new VerbResult(0, outputs);
    }

    private static List<String> row(BridgeStatus bridge) {
        return List.of(
                bridge.id(),
                bridge.name(),
                bridge.state().name().toLowerCase(Locale.ROOT),
                bridge.address().map(BridgesVerb::text).orElse(""),
                bridge.deviceId().map(id -> id.text()).orElse(""),
                Integer.toString(bridge.controllers()),
                Integer.toString(bridge.accessories()),
                Integer.toString(bridge.sessions()),
                bridge.configuration().toString());
    }

    private static String text(InetSocketAddress address) {
        return (address.getAddress().isAnyLocalAddress()
                        ? "*"
                        : address.getAddress().getHostAddress()) + ":" + address.getPort();
    }
}
