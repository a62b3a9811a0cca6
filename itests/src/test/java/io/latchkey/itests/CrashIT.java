// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Kills a bridge at its work, again and again: what it acknowledged is there when it is back. Every second time it is killed
 * while it writes a change of ids and configuration number. The system property {@code latchkey.kills} says how often.
 */
class CrashIT {
    private final SeenNumbers seen = new SeenNumbers();
    private static final int ROUNDS = Integer.getInteger("latchkey.kills", 20);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** A bridge opens with what it remembers; what is new beside that follows. */
    private static final Duration SHOWN = Duration.ofSeconds(20);

    private static final int MOST_GUESTS = 8;
    private static final List<String> LAMPS = List.of("Hall", "Porch", "Attic", "Shed", "Cellar", "Drive");

    private final Random random = new Random(4711);
    private final ControllerKeys admin = WireClient.newKeys("admin");
    private final Set<String> guests = new HashSet<>();
    private final List<String> unsure = new ArrayList<>();
    private List<String> lamps = LAMPS.subList(0, 2);
    private Path folder;
    private int started;
    private int acknowledged;
    private int inside;
    private ControllerKeys.Peer bridge;

    @BeforeEach
    void pair() throws Exception {
        folder = Built.fresh("crash");
        try (BridgeProcess process = start()) {
            bridge = WireClient.pair(process.address(), admin, FrameworkBridge.CODE);
            process.kill();
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesEachKill() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (BridgeProcess process = start();
                    WireClient session = WireClient.verified(process.address(), admin, bridge)) {
                checkWhatIsThere(session);
                if (round % 2 == 0) {
                    workUntilKilled(process, session);
                } else {
                    showOtherLamps(process);
                    killInsideAChange(process);
                }
            }
        }
        try (BridgeProcess process = start()) {
            try (WireClient session = WireClient.verified(process.address(), admin, bridge)) {
                checkWhatIsThere(session);
            }
            assertEquals(0, process.stop());
        }
        assertEquals(List.of(), leftOver());
        assertTrue(acknowledged >= ROUNDS / 2, "too little happened: " + acknowledged);
        assertTrue(inside > 0, "no kill met a change");
        System.out.println(ROUNDS + " kills, " + inside + " of them inside a change of several domains, " + acknowledged
                + " changes acknowledged");
    }

    private BridgeProcess start() throws IOException {
        return BridgeProcess.start(folder, folder.resolve("bridge-" + ++started + ".log"), lamps);
    }

    private void killSoon(BridgeProcess process) {
        int delay = random.nextInt(50);
        CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS).execute(process::kill);
    }

    /** The files that a change makes before it counts tell that one is under way. */
    private void killInsideAChange(BridgeProcess process) throws IOException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        Path replica = folder.resolve("store").resolve("home").resolve(random.nextBoolean() ? "first" : "second");
        boolean met = false;
        while (!met && System.nanoTime() < until) {
            try (Stream<Path> files = Files.list(replica)) {
                met = files.anyMatch(file -> file.toString().endsWith(".new"));
            }
        }
        process.kill();
        inside += met ? 1 : 0;
    }

    /** The kill comes in the midst of something after one to five changes that were acknowledged. */
    private void workUntilKilled(BridgeProcess process, WireClient session) {
        int enough = acknowledged + random.nextInt(1, 6);
        boolean isDoomed = false;
        try {
            while (true) {
                if (!isDoomed && acknowledged >= enough) {
                    isDoomed = true;
                    killSoon(process);
                }
                switch (random.nextInt(4)) {
                    case 0 -> showOtherLamps(process);
                    case 1 -> removeAGuest(session);
                    default -> addAGuest(session);
                }
                seen.remember(session.accessories());
            }
        } catch (IOException killed) {
            assertTrue(unsure.size() <= 1, "one thing at a time");
        }
    }

    private void addAGuest(WireClient session) throws IOException {
        if (guests.size() < MOST_GUESTS) {
            ControllerKeys guest = WireClient.newKeys("guest-" + random.nextInt(1_000_000));
            unsure.add(guest.id().text());
            session.add(WireClient.pairing(guest, Permissions.REGULAR));
            guests.add(guest.id().text());
            beSure();
        }
    }

    private void removeAGuest(WireClient session) throws IOException {
        if (!guests.isEmpty()) {
            String guest = guests.iterator().next();
            unsure.add(guest);
            session.remove(new ControllerId(guest));
            guests.remove(guest);
            beSure();
        }
    }

    private void beSure() {
        unsure.clear();
        acknowledged++;
    }

    private void showOtherLamps(BridgeProcess process) throws IOException {
        int from = random.nextInt(LAMPS.size() - 1);
        lamps = LAMPS.subList(from, random.nextInt(from + 1, LAMPS.size()) + 1);
        process.show(lamps);
    }

    private void checkWhatIsThere(WireClient session) throws IOException {
        Set<String> there = session.pairings().stream()
                .map(pairing -> pairing.controller().text())
                .collect(Collectors.toSet());
        assertTrue(there.remove("admin"), "the admin is still paired");
        for (String guest : unsure) {
            if (there.contains(guest)) {
                guests.add(guest);
            } else {
                guests.remove(guest);
            }
        }
        unsure.clear();
        assertEquals(guests, there);
        seen.remember(session.accessories());
        Eventually.until(SHOWN, lamps + " to be shown", () -> {
            JsonArray accessories = session.accessories();
            seen.remember(accessories);
            return lamps.stream().allMatch(accessories.toString()::contains);
        });
    }

    private List<Path> leftOver() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
            return files.filter(file -> file.toString().endsWith(".new")).toList();
        }
    }
}
