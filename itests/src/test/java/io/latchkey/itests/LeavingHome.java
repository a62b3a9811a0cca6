// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.itests.wire.Accessories;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** A home from which something leaves, and not before its time. */
abstract class LeavingHome {
    static final String NAME = "23";
    static final String ON = "25";
    static final String BRIGHTNESS = "8";
    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final Duration LONG = Duration.ofMinutes(10);
    static final String OTHERS = """
            Switch Hall "Hall" {homekit="Lighting"}
            Switch Porch "Porch" {homekit="Lighting"}
            """;
    static final String DESK = "Switch Desk \"Desk Lamp\" {homekit=\"Lighting\"}\n";
    static final String SPOT = """
            Group Spot "Spot" {homekit="Lighting"}
            Switch Spot_On "On" (Spot) {homekit="Lighting.OnState"}
            Dimmer Spot_Level "Level" (Spot) {homekit="Lighting.Brightness"}
            """;

    WatchedHome home;

    @AfterEach
    void close() throws Exception {
        home.close();
    }

    void add(Runnable word, int count) {
        home.watch().allowNew();
        word.run();
        home.awaitAttached(count);
        home.learn();
    }

    void staysThenLeaves(String name, Duration stays, Duration leaves, String item) {
        Eventually.until(PATIENCE, name + " to be absent", () -> home.absent().contains(name));
        home.pass(stays);
        assertTrue(isShown(name, NAME), name + " leaves before its time");
        home.watch().allow(AccessoryIds.ofItems(item));
        home.passFreely(leaves);
        Eventually.until(PATIENCE, name + " to leave", () -> home.watch().look() && !isShown(name, NAME));
        home.learn();
        home.pass(LONG);
        assertFalse(isShown(name, NAME));
    }

    boolean isShown(String name, String type) {
        return Accessories.search(home.watch().home(), name, type).isPresent();
    }
}
