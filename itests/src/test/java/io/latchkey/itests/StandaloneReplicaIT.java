// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.conformance.Target;
import io.latchkey.conformance.apple.AppleHome;
import io.latchkey.conformance.apple.FirstPairingSequence;
import io.latchkey.conformance.apple.Pauses;
import io.latchkey.conformance.apple.RestartSequence;
import io.latchkey.conformance.apple.UnpairingSequence;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.osgi.framework.BundleException;

/**
 * What a home of Apple's controllers does, with an accessory that stands alone beside a full bridge; but for the sequences that
 * need lamps.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandaloneReplicaIT {
    private static final int ALONE = 2;
    private static final Duration READY = Duration.ofSeconds(90);

    private static FelixRuntime runtime;
    private static List<BridgeStatus> servers;
    private static AppleHome home;

    @BeforeAll
    static void start() throws Exception {
        runtime = FelixRuntime.start(Built.fresh("standalone-replica"), Libraries.HIGHEST);
        runtime.showItems(StandaloneHome.json(149, ALONE));
        FrameworkBridge.start(runtime, "home");
        servers = ready();
        home = new AppleHome(target(alone(servers).findFirst().orElseThrow()), Pauses.configured(), false);
    }

    @AfterAll
    static void stop() throws Exception {
        if (runtime != null) {
            runtime.close();
        }
    }

    @Test
    @Order(1)
    void aMistypedCodeIsTypedAgain() throws IOException {
        new FirstPairingSequence(home).mistyped();
    }

    @Test
    @Order(2)
    void aPhoneThatRefusesTheDatabaseMayPairAgain() throws IOException {
        new FirstPairingSequence(home).refused();
    }

    @Test
    @Order(3)
    void aPhonePairsAndBringsInTheHub() throws IOException {
        new FirstPairingSequence(home).run();
    }

    @Test
    @Order(4)
    void twelveConnectionsComeBackAfterARestart() throws IOException {
        new RestartSequence(home).run();
    }

    @Test
    @Order(5)
    void everybodyIsUnpaired() throws IOException {
        new UnpairingSequence(home).run();
    }

    private static void restart() {
        try {
            runtime.bundle(Part.SERVER).stop();
            runtime.bundle(Part.SERVER).start();
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<BridgeStatus> ready() {
        List<BridgeStatus> found = new ArrayList<>();
        Eventually.until(READY, "a bridge and " + ALONE + " servers", () -> {
            found.clear();
            runtime.service(BridgeRuntime.class).bridges().stream()
                    .filter(each -> each.state() == BridgeStatus.State.READY)
                    .forEach(found::add);
            return found.size() == ALONE + 1;
        });
        assertTrue(alone(found).count() == ALONE, found::toString);
        return List.copyOf(found);
    }

    private static Stream<BridgeStatus> alone(List<BridgeStatus> all) {
        return all.stream().filter(each -> each.standalone().isPresent());
    }

    private static Target target(BridgeStatus server) {
        return new Restarted(server);
    }

    /** A server that is restarted with all others. */
    private record Restarted(BridgeStatus server) implements Target {
        @Override
        public InetSocketAddress address() {
            return server.address().orElseThrow();
        }

        @Override
        public InstanceName name() {
            return new InstanceName(server.name());
        }

        @Override
        public SetupCode code() {
            return FrameworkBridge.CODE;
        }

        @Override
        public boolean restart() {
            StandaloneReplicaIT.restart();
            return true;
        }

        @Override
        public void close() {}
    }
}
