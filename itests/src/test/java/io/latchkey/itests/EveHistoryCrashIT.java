// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Kills a bridge while its door swings: each entry that a controller has read is there when it is back. */
class EveHistoryCrashIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int KILLS = 3;
    private static final int CHANGES = 40;

    private final ControllerKeys phone = WireClient.newKeys("phone");
    private final Path folder = Built.fresh("eve-crash");

    @Test
    void whatWasReadSurvivesEachKill() throws Exception {
        ControllerKeys.Peer bridge = null;
        List<String> before = List.of();
        for (int round = 0; round <= KILLS; round++) {
            try (BridgeProcess process = start(round)) {
                if (bridge == null) {
                    bridge = WireClient.pair(process.address(), phone, FrameworkBridge.CODE);
                }
                try (WireClient session = WireClient.verified(process.address(), phone, bridge)) {
                    Eventually.until(
                            SOON,
                            "the service",
                            () -> session.accessories().toString().contains(EveEntries.STATUS));
                    int kept = before.size();
                    Eventually.until(SOON, "what was read", () -> EveEntries.used(session, "Door") >= kept);
                    List<String> back = entries(session);
                    assertTrue(back.size() >= kept, back + " after " + before);
                    assertEquals(before, back.subList(0, kept), "round " + round);
                    swing(process);
                    Eventually.until(SOON, "entries", () -> EveEntries.used(session, "Door") >= kept + CHANGES);
                    before = entries(session);
                    swing(process);
                    process.kill();
                }
            }
        }
        assertTrue(before.size() > KILLS * CHANGES, before.size() + " entries");
    }

    private BridgeProcess start(int round) throws IOException {
        return BridgeProcess.start(
                SwingingDoorMain.class,
                List.of(),
                folder.resolve("bridge-" + round + ".log"),
                List.of(folder.toString()));
    }

    private static void swing(BridgeProcess process) throws IOException {
        for (int i = 0; i < CHANGES; i++) {
            process.tell("swing");
        }
    }

    private static List<String> entries(WireClient session) throws IOException {
        return EveEntries.read(session, "Door").entries().stream()
                .map(HexFormat.of()::formatHex)
                .toList();
    }
}
