// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.Severity;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupHash;
import io.latchkey.api.identity.SetupId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each fault of a port is brought about, and is the one that is named. */
class PortExaminationTest extends BridgeAndSession {
    private static final DeviceId DEVICE = new DeviceId("11:22:33:44:55:66");

    @BeforeEach
    void refuseStrangers() {
        bridge.handler.refusesStrangers = true;
    }

    @Test
    void portThatAnswersIsRight() throws Exception {
        Diagnosis only = only(ready(bridge.listener.address(), false));
        assertEquals("port-answers", only.code());
        assertEquals(Severity.RIGHT, only.severity());
    }

    @Test
    void portOfAnotherProgramIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Diagnosis only = only(failed((InetSocketAddress) other.getLocalSocketAddress()));
            assertEquals("port-taken", only.code());
            assertEquals(Severity.UNREACHABLE, only.severity());
            assertTrue(only.seen().contains(Integer.toString(other.getLocalPort())), only::seen);
        }
    }

    @Test
    void bridgeThatGoesOnAtItsOldPortHasTheNewOneNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress wanted = (InetSocketAddress) other.getLocalSocketAddress();
            ExaminedBridge runs = ready(bridge.listener.address(), false);
            List<Diagnosis> seen = seen(new ExaminedBridge(runs.status(), Optional.of(wanted), runs.record()));
            assertEquals(
                    List.of("port-taken", "port-answers"),
                    seen.stream().map(Diagnosis::code).toList());
            assertEquals(Severity.MEND, seen.get(0).severity());
            assertTrue(seen.get(0).why().contains("goes on where it was"), seen.get(0)::why);
        }
    }

    @Test
    void portThatIsFreeAgainIsNoFault() throws Exception {
        InetSocketAddress free;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = (InetSocketAddress) other.getLocalSocketAddress();
        }
        assertEquals(List.of(), seen(failed(free)));
    }

    @Test
    void addressOfAnotherMachineIsNamed() throws Exception {
        assertEquals(
                "address-not-ours",
                only(failed(new InetSocketAddress("192.0.2.7", 21_000))).code());
    }

    @Test
    void bridgeForPhonesOnLoopbackIsNamed() throws Exception {
        assertEquals(
                "loopback-only", only(ready(bridge.listener.address(), true)).code());
    }

    @Test
    void portWhereNobodyAnswersIsNamed() throws Exception {
        InetSocketAddress closed;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = (InetSocketAddress) other.getLocalSocketAddress();
        }
        assertEquals("port-unanswered", only(ready(closed, false)).code());
    }

    @Test
    void controllerThatDoesNotReadIsNamed() throws Exception {
        for (int i = 0; i < 40; i++) {
            client.send("GET", "/large", "");
        }
        ExaminedBridge examined = ready(bridge.listener.address(), false);
        AtomicReference<Optional<Diagnosis>> stalled = new AtomicReference<>(Optional.empty());
        TestBridge.await("a controller that has read nothing for some seconds", () -> {
            bridge.time.pass(Duration.ofSeconds(1));
            stalled.set(seen(examined).stream()
                    .filter(each -> each.severity() != Severity.RIGHT)
                    .findFirst());
            return stalled.get().isPresent();
        });
        assertEquals("session-stalled", stalled.get().orElseThrow().code());
        assertTrue(
                stalled.get().get().seen().contains("127.0.0.1"), stalled.get().get()::seen);
    }

    private Diagnosis only(ExaminedBridge examined) throws Exception {
        List<Diagnosis> seen = seen(examined);
        assertEquals(1, seen.size(), seen::toString);
        return seen.get(0);
    }

    private List<Diagnosis> seen(ExaminedBridge examined) {
        return new PortExamination(bridge.transport)
                .examine(List.of(examined))
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private static ExaminedBridge failed(InetSocketAddress wanted) {
        return new ExaminedBridge(status(State.FAILED, Optional.empty()), Optional.of(wanted), Optional.empty());
    }

    private static ExaminedBridge ready(InetSocketAddress bound, boolean announced) throws IOException {
        Optional<Advertisement> record = announced
                ? Optional.of(new Advertisement(
                        "Test",
                        bound.getPort(),
                        DEVICE,
                        "Bridge",
                        ConfigurationNumber.FIRST,
                        false,
                        AccessoryCategory.BRIDGE,
                        SetupHash.of(new SetupId("AB12"), DEVICE)))
                : Optional.empty();
        return new ExaminedBridge(status(State.READY, Optional.of(bound)), Optional.of(bound), record);
    }

    private static BridgeStatus status(State state, Optional<InetSocketAddress> bound) {
        return new BridgeStatus(
                "test",
                "Test",
                state,
                bound,
                Optional.of(DEVICE),
                0,
                0,
                0,
                ConfigurationNumber.FIRST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "io.latchkey.bridge~test");
    }
}
