// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * From the kar whose feature openHAB took out again to the one of today, as the documents say: the old one out, the new one
 * in. A controller that was paired before goes on, and finds every accessory under its number.
 */
class OpenhabUpdateIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ITEMS = """
            Switch Desk "Desk Lamp" {homekit="Lighting"}
            Contact Window "Window" {homekit="ContactSensor"}
            """;

    private final ControllerKeys keys = WireClient.newKeys("itests");

    @Test
    void pairingsAndIdsStay() throws Exception {
        int port = KarafFolder.freePort();
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        Map<String, String> etc = Map.of("io.latchkey.bridge-home.cfg", bridge(port), "openhab.items", ITEMS);
        try (OpenhabKaraf karaf = OpenhabKaraf.start(Built.fresh("openhab-update"), etc)) {
            karaf.putOpenhab(Libraries.LOWEST);
            Set<String> before = karaf.bundles();
            Path old = karaf.put(
                    "latchkey-openhab-old.kar",
                    Kar.built().asBefore(Libraries.HIGHEST).bytes());
            karaf.awaitOurs();
            assertTrue(karaf.bundles().stream().anyMatch(bundle -> bundle.startsWith("com.google.gson 2.15")));
            ControllerKeys.Peer peer = Eventually.present(
                    SOON, "the bridge", () -> answer(() -> WireClient.pair(address, keys, FrameworkBridge.CODE)));
            JsonArray accessories = accessories(address, peer);
            assertEquals(3, accessories.size());

            karaf.take(old, before);
            int mark = karaf.events().size();
            karaf.put("latchkey-openhab-new.kar", Kar.built().bytes());
            karaf.awaitOurs();
            assertEquals(accessories, accessories(address, peer));
            assertFalse(
                    karaf.events().stream().skip(mark).anyMatch(event -> event.startsWith("refreshed")),
                    "the new one starts nothing anew");
        }
    }

    private JsonArray accessories(InetSocketAddress address, ControllerKeys.Peer peer) {
        return Eventually.present(
                SOON,
                "a session",
                () -> answer(() -> {
                    try (WireClient session = WireClient.verified(address, keys, peer)) {
                        return session.accessories();
                    }
                }));
    }

    /** What it gives, or nothing as long as nobody listens. */
    private static <T> Optional<T> answer(Callable<T> question) throws Exception {
        try {
            return Optional.of(question.call());
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    private static String bridge(int port) {
        return "id = home\nname = Home\nbindAddress = 127.0.0.1\nport = " + port + "\nmdns = false\nsetupCode = "
                + FrameworkBridge.CODE.text() + "\n";
    }
}
