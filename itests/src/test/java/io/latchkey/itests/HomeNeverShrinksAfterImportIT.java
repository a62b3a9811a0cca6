// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.itests.takeover.OldAddon;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.pairing.Credentials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * A home was taken over, and the machine went off before it was composed once. Its items are late when it starts again, and
 * the home hub that was paired with its former bridge watches.
 */
class HomeNeverShrinksAfterImportIT {
    private static final String ITEMS = """
            Switch Kitchen "Kitchen" {homekit="Lighting"}
            Rollershutter Blind "Blind" {homekit="WindowCovering"}
            """;
    private static final String HOMEBRIDGE = "CC:22:3D:E3:CE:F6";
    private static final Duration LATE = Duration.ofMinutes(3);

    private final ControllerKeys hub = WireClient.newKeys("2F9A5A0C-0D0B-4E35-9C7B-5C2C6B2E7A11");
    private WatchedHome home;

    @AfterEach
    void close() throws Exception {
        home.close();
    }

    @Test
    void ofOpenhabsOwnAddon() throws Exception {
        OldAddon old = new OldAddon()
                .noting("Kitchen", OldAddon.service("Lightbulb", "On"))
                .noting(
                        "Blind",
                        OldAddon.service("WindowCovering", "CurrentPosition", "PositionState", "TargetPosition"));
        home = WatchedHome.unpaired("import-openhab", Part.HOST_OPENHAB);
        home.openhab().load(ITEMS);
        home.openhab().ready(true);
        home.openhab().storage(OldAddon.STORAGE).putAll(old.content());
        home.runtime()
                .service(ConfigurationAdmin.class)
                .getConfiguration("org.openhab.homekit", "?")
                .update(new Hashtable<>(Map.of(
                        "pin", "271-82-818", "setupId", "OLD1", "port", String.valueOf(KarafFolder.freePort()))));
        apply("import-openhab", "--apply");
        home.watchAs(old.phone(), old.bridge());
        startWithoutShapes(Set.of());
        home.openhab().load(ITEMS);
        home.openhab().ready(true);
        home.awaitWhole();
    }

    @Test
    void ofHomebridge() throws Exception {
        home = WatchedHome.unpaired("import-homebridge", Part.HOST_LOCAL);
        home.runtime().showItems(HomeFile.SMALL);
        ControllerKeys bridge = WireClient.newKeys(HOMEBRIDGE);
        Path persist = Files.createDirectories(home.folder().resolve("persist"));
        Files.writeString(
                persist.resolve("AccessoryInfo." + HOMEBRIDGE.replace(":", "") + ".json"),
                accessoryInfo(bridge).toString());
        apply("import-homebridge", persist.toString(), "--apply");
        ControllerKeys.Peer peer = new ControllerKeys.Peer(DeviceId.foreign(HOMEBRIDGE), Credentials.publicKey(bridge));
        home.watchAs(hub, peer);
        startWithoutShapes(Set.of(Part.HOST_LOCAL));
        home.runtime().bundle(Part.HOST_LOCAL).start();
        home.awaitWhole();
    }

    private void apply(String verb, String... arguments) {
        home.awaitAttached(1);
        VerbResult done = Verbs.run(home.runtime(), verb, arguments);
        assertEquals(0, done.status(), Verbs.text(done));
        home.awaitAttached(1);
    }

    private void startWithoutShapes(Set<Part> late) throws Exception {
        home.stop();
        home.forgetShapes();
        home.start(late);
        home.awaitClosed();
        home.passFreely(LATE);
        home.awaitClosed();
    }

    private JsonObject accessoryInfo(ControllerKeys bridge) {
        HexFormat hex = HexFormat.of();
        String identity = hex.formatHex(Credentials.publicKey(bridge));
        JsonObject clients = new JsonObject();
        clients.addProperty(hub.id().text(), hex.formatHex(Credentials.publicKey(hub)));
        JsonObject permissions = new JsonObject();
        permissions.addProperty(hub.id().text(), 1);
        JsonObject info = new JsonObject();
        info.addProperty("displayName", "Homebridge");
        info.addProperty("category", 2);
        info.addProperty("pincode", "031-45-154");
        info.addProperty("signSk", hex.formatHex(bridge.seed()) + identity);
        info.addProperty("signPk", identity);
        info.add("pairedClients", clients);
        info.add("pairedClientsPermission", permissions);
        info.addProperty("configVersion", 12);
        info.addProperty("setupID", "HB42");
        return info;
    }
}
