// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.SessionStatus;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code sessions}: who is connected and since when. */
@Component(service = Verb.class)
public final class SessionsVerb extends BridgeVerb {
    private static final List<String> HEADERS = List.of("Session", "From", "Controller", "Since", "Subscriptions");

    /** Shows what the runtime tells. */
    @Activate
    public SessionsVerb(@Reference BridgeRuntime runtime) {
        super("sessions", "[BRIDGE]", "Shows the open sessions of one or all bridges", runtime);
    }

    @Override
    public VerbResult run(List<String> arguments) {
        return table(
                arguments,
                HEADERS,
                bridge -> runtime().sessions(bridge).stream()
                        .map(SessionsVerb::row)
                        .toList());
    }

    private static List<String> row(SessionStatus session) {
        return List.of(
                Long.toString(session.id()),
                session.remote().getAddress().getHostAddress() + ":"
                        + session.remote().getPort(),
                session.controller().map(controller -> controller.text()).orElse("not verified"),
                session.openedAt().toString(),
                Integer.toString(session.subscriptions()));
    }
}
