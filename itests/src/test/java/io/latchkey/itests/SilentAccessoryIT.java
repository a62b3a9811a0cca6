// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static io.latchkey.itests.StageResults.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.controller.AccessoryClient;
import io.latchkey.api.controller.AccessoryClients;
import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.ClientListener;
import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.identity.DeviceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Our controller and an accessory that neither reads nor answers any more, though its connection has no end: its process
 * is halted, so that all that still speaks is the kernel, and that is silent too as long as nobody sends.
 */
class SilentAccessoryIT {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final List<String> LAMPS = List.of("Hall", "Porch");

    private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();
    private FelixRuntime runtime;
    private BridgeProcess accessory;

    @BeforeEach
    void startBoth() throws Exception {
        Path folder = Built.fresh("silent-accessory");
        accessory = BridgeProcess.start(folder.resolve("bridge"), folder.resolve("bridge.log"), LAMPS);
        runtime = FelixRuntime.start(folder.resolve("controller"), Libraries.HIGHEST);
    }

    @AfterEach
    void stopBoth() throws Exception {
        accessory.close();
        runtime.close();
    }

    @Test
    void isNoticedWithinAMinuteAndFoundAgain() throws Exception {
        AccessoryClients clients = runtime.service(AccessoryClients.class);
        DeviceId paired = get(clients.pair(accessory.address(), FrameworkBridge.CODE));
        try (AccessoryClient client = clients.open(paired, accessory.address(), new Noted())) {
            assertEquals("connected", next());
            signal("STOP");
            long halted = System.nanoTime();
            assertEquals("lost " + Reason.TIMED_OUT, next());
            Duration after = Duration.ofNanos(System.nanoTime() - halted);
            assertTrue(after.compareTo(MINUTE) < 0, "noticed after " + after);
            signal("CONT");
            String notice = next();
            while (notice.startsWith("lost")) {
                notice = next();
            }
            assertEquals("connected", notice);
            assertTrue(get(client.accessories()).size() > LAMPS.size());
        }
    }

    private void signal(String name) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(accessory.pid())).start();
        assertTrue(kill.waitFor(10, TimeUnit.SECONDS), "kill hangs");
        assertEquals(0, kill.exitValue());
    }

    private String next() throws InterruptedException {
        String notice = notices.poll(2 * MINUTE.toSeconds(), TimeUnit.SECONDS);
        assertNotNull(notice, "nothing was told");
        return notice;
    }

    /** Notes whether there is a connection. */
    private final class Noted implements ClientListener {
        @Override
        public void connected() {
            notices.add("connected");
        }

        @Override
        public void lost(ControllerException cause) {
            notices.add("lost " + cause.reason());
        }

        @Override
        public void event(List<CharacteristicReport> changes) {}
    }
}
