// SPDX-License-Identifier: EPL-2.0
package io.latchkey.console.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.identity.SetupPayload;
import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.testing.ManualWorkers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;

/** What a person reads who has just started a bridge, by a clock that the test turns. */
class GreetingTest {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final SetupCode CODE = SetupCode.of("518-26-305");
    private static final SetupPayload PAYLOAD = new SetupPayload(CODE, new SetupId("7OSX"), AccessoryCategory.BRIDGE);

    private final ByteArrayOutputStream typed = new ByteArrayOutputStream();
    private final ManualWorkers workers = new ManualWorkers();
    private List<BridgeStatus> now = List.of();
    private final BridgeRuntime bridges = FakeShell.only(BridgeRuntime.class, Map.of("bridges", none -> now));
    private final Greeting greeting = new Greeting(
            bridges,
            workers,
            new InlineContributors(workers.home()),
            new PrintStream(typed, false, StandardCharsets.UTF_8),
            false);

    @Test
    void anUnpairedBridgeShowsCodeQrAndReadyLine() {
        now = List.of(ready("Home", "127.0.0.1", 0, Optional.of(CODE)));
        begin();
        String expected = "Setup code: 518-26-305\n"
                + QrBlocks.draw(PAYLOAD.uri(), false)
                + "Bridge \"Home\" is ready on 127.0.0.1:21063 (setup code 518-26-305)\n"
                + "Add --lan to pair an iPhone\n";
        assertEquals(expected, shown());
    }

    @Test
    void aPairedBridgeWithAGeneratedCodeShowsNeitherCodeNorQr() {
        now = List.of(ready("Home", "192.168.1.7", 2, Optional.empty()));
        begin();
        assertEquals("Bridge \"Home\" is ready on 192.168.1.7:21063 (paired with 2 controllers)\n", shown());
    }

    @Test
    void allInterfacesNeedNoHintAndIpv6IsBracketed() {
        now = List.of(ready("Home", "::", 1, Optional.empty()));
        begin();
        assertEquals("Bridge \"Home\" is ready on *:21063 (paired with 1 controllers)\n", shown());
    }

    @Test
    void itWaitsUntilABridgeIsThereAndReadyAndGreetsOnce() {
        begin();
        now = List.of(status("Home", BridgeStatus.State.STARTING, Optional.empty(), Optional.empty()));
        workers.pass(PAUSE);
        assertEquals("", shown());
        now = List.of(ready("Home", "192.168.1.7", 2, Optional.empty()));
        workers.pass(PAUSE);
        String once = shown();
        assertTrue(once.startsWith("Bridge \"Home\" is ready"), once);
        assertEquals(0, workers.pending(), "looks no longer");
    }

    @Test
    void eachOfSeveralBridgesIsGreetedOnce() {
        BridgeStatus first = ready("Home", "192.168.1.7", 2, Optional.empty());
        now = List.of(first, status("Garage", BridgeStatus.State.STARTING, Optional.empty(), Optional.empty()));
        begin();
        now = List.of(first, ready("Garage", "192.168.1.7", 1, Optional.empty()));
        workers.pass(PAUSE);
        assertEquals(2, shown().lines().count(), shown());
        assertTrue(shown().lines().toList().get(1).startsWith("Bridge \"Garage\""), shown());
    }

    @Test
    void aProblemIsSaidOnceAndTheBridgeStillGreetedWhenMended() {
        now = List.of(status("Home", BridgeStatus.State.FAILED, Optional.empty(), Optional.of("port 21063 is taken")));
        begin();
        workers.pass(PAUSE);
        assertEquals("Bridge \"Home\" can't start: port 21063 is taken\n", shown());
        now = List.of(ready("Home", "192.168.1.7", 2, Optional.empty()));
        workers.pass(PAUSE);
        assertTrue(shown().contains("is ready on"), shown());
    }

    @Test
    void busyThreadsAreTriedAgain() {
        now = List.of(ready("Home", "192.168.1.7", 2, Optional.empty()));
        workers.full(true);
        begin();
        assertEquals("", shown());
        workers.full(false);
        workers.pass(PAUSE);
        assertTrue(shown().contains("is ready on"), shown());
    }

    @Test
    void nothingIsLookedAtAfterTheBundleStopped() {
        greeting.lookLater();
        greeting.close();
        greeting.lookLater();
        assertEquals(0, workers.pending());
    }

    @Test
    void withoutThePropertyItIsSilent() {
        BundleContext unset = FakeShell.only(BundleContext.class, Map.of("getProperty", name -> null));
        new Greeting(unset, bridges, workers, new InlineContributors(workers.home()));
        assertEquals(0, workers.pending());
        BundleContext set = FakeShell.only(BundleContext.class, Map.of("getProperty", name -> "true"));
        new Greeting(set, bridges, workers, new InlineContributors(workers.home()));
        assertEquals(1, workers.pending());
    }

    private void begin() {
        greeting.lookLater();
        workers.pass(PAUSE);
    }

    private String shown() {
        return typed.toString(StandardCharsets.UTF_8);
    }

    private static BridgeStatus ready(String name, String host, int controllers, Optional<SetupCode> code) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), 21063);
            return new BridgeStatus(
                    name,
                    name,
                    BridgeStatus.State.READY,
                    Optional.of(address),
                    Optional.empty(),
                    controllers,
                    12,
                    0,
                    ConfigurationNumber.FIRST,
                    code,
                    code.map(any -> PAYLOAD),
                    Optional.empty(),
                    Optional.empty(),
                    "io.latchkey.bridge~" + name);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static BridgeStatus status(
            String name, BridgeStatus.State state, Optional<InetSocketAddress> address, Optional<String> problem) {
        return new BridgeStatus(
                name,
                name,
                state,
                address,
                Optional.empty(),
                0,
                0,
                0,
                ConfigurationNumber.FIRST,
                Optional.empty(),
                Optional.empty(),
                problem,
                Optional.empty(),
                "io.latchkey.bridge~" + name);
    }
}
