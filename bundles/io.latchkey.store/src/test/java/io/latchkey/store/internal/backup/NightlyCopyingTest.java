// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.StoreException;
import io.latchkey.api.testing.ManualWorkers;
import io.latchkey.store.internal.BridgeCopy;
import io.latchkey.store.internal.StoredCopies;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.osgi.service.cm.ConfigurationAdmin;

/** When copies are made, and that one bridge that can't be copied keeps no other from it. */
class NightlyCopyingTest {
    private final ManualWorkers workers = new ManualWorkers();
    private final List<String> made = new ArrayList<>();

    private NightlyCopying copying(String now, int kept) {
        StoredCopies copies = new StoredCopies() {
            @Override
            public void copy(BridgeCopy about, String program, int stay, Instant since) {
                if (about.bridge().equals("broken")) {
                    throw new StoreException("the disk is full");
                }
                made.add(about.bridge() + " " + stay + " " + since);
            }

            @Override
            public List<Path> copies(String bridge) {
                return List.of();
            }
        };
        return new NightlyCopying(
                fake(BridgeRuntime.class, List.of()),
                fake(BridgeStore.class, new TreeSet<>(List.of("broken", "home"))),
                copies,
                workers,
                fake(ConfigurationAdmin.class, null),
                "1.0",
                kept,
                Clock.fixed(Instant.parse(now), ZoneId.from(ZoneOffset.ofHours(1))));
    }

    private static <T> T fake(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }

    @Test
    void itLooksSoonAfterTheStartAndOnceAnHour() {
        NightlyCopying copying = copying("2026-11-30T12:00:00Z", 7);
        workers.pass(Duration.ofMinutes(4));
        assertEquals(List.of(), made);
        workers.pass(Duration.ofMinutes(2));
        assertEquals(List.of("home 7 2026-11-30T02:00:00Z"), made, "three hours after midnight here");
        workers.pass(Duration.ofHours(1));
        assertEquals(2, made.size());
        copying.stop();
        workers.pass(Duration.ofHours(3));
        assertEquals(2, made.size());
    }

    @Test
    void beforeThreeTheNightIsThatOfTheDayBefore() {
        NightlyCopying copying = copying("2026-11-30T01:59:00Z", 3);
        workers.pass(Duration.ofMinutes(6));
        copying.stop();
        assertTrue(made.contains("home 3 2026-11-29T02:00:00Z"), made.toString());
    }

    @Test
    void noneIsMadeWhenNobodyWantsThem() {
        NightlyCopying copying = copying("2026-11-30T12:00:00Z", 0);
        workers.pass(Duration.ofHours(2));
        copying.stop();
        assertEquals(List.of(), made);
    }
}
