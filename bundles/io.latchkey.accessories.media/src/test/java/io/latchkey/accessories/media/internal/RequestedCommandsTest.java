// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.Behaviour.Step;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a controller wrote, taken apart. */
class RequestedCommandsTest {
    private static final Value ON = Value.of(1);

    private final BehaviourTester<?> scene = BehaviourTester.of(new Television())
            .with("A", "Switch", "Active", "")
            .with("C", "Contact", "SleepDiscoveryMode", "")
            .with("N", "String", "ConfiguredName", "");

    private RequestedCommands request(Map<Role, Value> written) {
        return RequestedCommands.of(written, Television.ROLES, scene);
    }

    private static List<String> told(RequestedCommands request) {
        return request.commands().stream()
                .map(command -> command.role() + " " + command.command().text())
                .toList();
    }

    @Test
    void itemsAreToldInTheirOrder() {
        RequestedCommands request = request(Map.of(Television.NAME, Value.of("Kino"), Television.ACTIVE, ON));
        assertEquals(List.of("Active ON", "ConfiguredName Kino"), told(request));
        assertFalse(request.isRefused());
    }

    @Test
    void whatIsKeptIsToldToNobody() {
        RequestedCommands request = request(Map.of(Television.INPUT, Value.of(3)));
        assertEquals(List.of(), told(request));
        assertFalse(request.isRefused());
    }

    @Test
    void whatCantBeToldOrKeptIsRefusedAndTheRestIsTold() {
        RequestedCommands request = request(Map.of(Television.KEY, Value.of(8), Television.ACTIVE, ON));
        assertEquals(List.of("Active ON"), told(request));
        assertTrue(request.isRefused());
        Step<String> step = request.judge(Step.quiet("state"));
        assertEquals(Optional.of(HapStatus.READ_ONLY), step.refusal());
        assertEquals(
                Optional.empty(), request(Map.of()).judge(Step.quiet("state")).refusal());
    }

    @Test
    void onlyWhatIsToldIsWished() {
        Map<Role, Value> written = Map.of(Television.ACTIVE, ON, Television.TARGET, ON);
        RequestedCommands request = request(written);
        assertEquals(Optional.of(ON), request.wished(Television.ACTIVE, written));
        assertEquals(Optional.empty(), request.wished(Television.TARGET, written));
        assertEquals(Optional.empty(), request.wished(Television.INPUT, written));
    }
}
