// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.api.discovery.Browser;
import io.latchkey.api.discovery.DiscoveredBridge;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupHash;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.Catalogue;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.itests.takeover.FixedItems;
import io.latchkey.itests.takeover.OldAddon;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;

/** A phone that knows nothing but the keys of openHAB's old add-on, before and after a bridge of ours has taken over. */
class ImportOpenhabIT {
    private static final SetupCode CODE = SetupCode.of("271-82-818");
    private static final String SETUP_ID = "OLD1";
    private static final String VERB = "import-openhab";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NAME = "Taken over " + ProcessHandle.current().pid();

    private final OldAddon old = new OldAddon()
            .noting("Kitchen", OldAddon.service("Lightbulb", "On"))
            .noting("Sofa", OldAddon.service("Lightbulb", "Brightness", "On", "Hue", "Saturation"))
            .noting("Blind", OldAddon.service("WindowCovering", "CurrentPosition", "PositionState", "TargetPosition"))
            .noting("Attic", OldAddon.service("TemperatureSensor", "CurrentTemperature"));
    private FelixRuntime runtime;
    private FrameworkBridge bridge;

    @BeforeEach
    void start() throws Exception {
        runtime = FelixRuntime.start(Built.fresh("import-openhab"), Libraries.LOWEST);
        install("openhab", old.storage()).start();
        runtime.context()
                .installBundle(Built.target()
                        .resolve("bundles/io.latchkey.host.openhab.jar")
                        .toUri()
                        .toString())
                .start();
        FixedItems items = new FixedItems(List.of(
                item("Kitchen", ItemType.SWITCH, "Lighting"),
                item("Sofa", ItemType.COLOR, "Lighting, Lighting.Brightness, Lighting.Hue, Lighting.Saturation"),
                item("Blind", ItemType.ROLLERSHUTTER, "WindowCovering")));
        runtime.context()
                .registerService(
                        ItemRegistry.class, items, new Hashtable<>(Map.of(ItemRegistry.PROPERTY_HOST, "openhab")));
        configureOldAddon(freePort());
        bridge = FrameworkBridge.start(runtime, "home", Map.of("setupCode", "", "mdns", true, "name", NAME));
        Eventually.until(PATIENCE, "the items", () -> bridge.accessories().size() == 3);
    }

    @AfterEach
    void stop() throws Exception {
        runtime.close();
    }

    @Test
    void aPhoneGoesOnWithoutPairingAnew() throws Exception {
        BridgeMemory before = stored();
        VerbResult shown = run();
        assertEquals(0, shown.status(), Verbs.text(shown));
        for (String told : List.of(OldAddon.ID, "Kitchen", "42", "Brightness, Hue, Saturation", "not shown")) {
            assertTrue(Verbs.text(shown).contains(told), told + " in " + Verbs.text(shown));
        }
        assertEquals(before, stored(), "it is changed by looking");
        assertThrows(IOException.class, this::phone);

        assertEquals(0, run("--apply").status());
        bridge.status();
        Eventually.until(PATIENCE, "the items again", () -> bridge.accessories().size() == 3);
        assertEquals(OldAddon.REVISION + 1, bridge.status().configuration().value());
        try (WireClient phone = phone()) {
            JsonArray home = phone.accessories();
            assertEquals(List.of(8L, 9L), iids(home, "Kitchen", "Lightbulb", "On"));
            assertEquals(
                    List.of(8L, 9L, 10L, 11L),
                    iids(home, "Blind", "WindowCovering", "TargetPosition", "CurrentPosition", "PositionState"));
            assertEquals(List.of(8L, 9L), iids(home, "Sofa", "Lightbulb", "On"));
            assertTrue(iids(home, "Sofa", "Lightbulb", "Hue").get(1) > 12, "never a number that may mean another one");
            assertEquals(4, phone.read(aid("Kitchen") + ".4").get("iid").getAsLong());
        }
        announcedAsBefore();
        assertEquals(1, run("--apply").status(), "it is done already");

        assertEquals(0, run("--rollback").status());
        Eventually.until(PATIENCE, "the store as it was", () -> stored().equals(before));
        bridge.status();
        assertThrows(IOException.class, this::phone);
        assertEquals(1, run("--rollback").status());
        assertEquals(before, stored());
        assertNotEquals(CODE.text(), bridge.configuration().getProperties().get("setupCode"));
    }

    @Test
    void theOldSetupCodeCountsForFurtherPhones() throws Exception {
        assertEquals(0, run("--apply", "--bridge", "home", "--from", "homekit").status());
        assertEquals(CODE.text(), bridge.configuration().getProperties().get("setupCode"));
        try (WireClient phone = phone()) {
            phone.remove(old.phone().id());
        }
        Eventually.until(
                PATIENCE, "the bridge to be free", () -> bridge.status().controllers() == 0);
        assertEquals(
                OldAddon.ID,
                WireClient.pair(bridge.address(), WireClient.newKeys("second phone"), CODE)
                        .accessory()
                        .text());
    }

    @Test
    void theOldAddonMustNotRun() throws Exception {
        int port;
        try (ServerSocket itsPort = new ServerSocket(0)) {
            port = itsPort.getLocalPort();
            configureOldAddon(port);
            VerbResult refused = run("--apply");
            assertEquals(1, refused.status());
            assertTrue(Verbs.text(refused).contains("Port " + port), Verbs.text(refused));
        }
        Bundle addon = install("addon", TestBundle.of("org.openhab.io.homekit", Map.of(), List.of(Idle.class)));
        addon.start();
        VerbResult refused = run("--apply");
        assertEquals(1, refused.status());
        assertTrue(Verbs.text(refused).contains("feature:uninstall openhab-misc-homekit"), Verbs.text(refused));
        addon.stop();
        assertEquals(1, run("--from", "homekit1").status(), "it had one bridge only");
        assertEquals(0, run("--apply").status());
    }

    /** The old add-on, as seen from outside. */
    public static final class Idle implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            // being active is enough
        }

        @Override
        public void stop(BundleContext context) {
            // nothing to stop
        }
    }

    private void announcedAsBefore() throws Exception {
        Announcements announced = new Announcements();
        Browser.Browsing browsing = runtime.service(Browser.class).browse(InetAddress.getLoopbackAddress(), announced);
        Eventually.until(
                PATIENCE,
                "the old id on the network",
                () -> announced.awaited(NAME).text().get("id").equals(OldAddon.ID));
        DiscoveredBridge record = announced.awaited(NAME);
        browsing.close();
        SetupHash hash = SetupHash.of(new SetupId(SETUP_ID), DeviceId.foreign(OldAddon.ID));
        assertEquals(hash.text(), record.text().get("sh"));
        assertEquals("0", record.text().get("sf"), "paired");
        assertEquals(Integer.toString(OldAddon.REVISION + 1), record.text().get("c#"));
    }

    private VerbResult run(String... arguments) {
        VerbResult result = Verbs.run(runtime, VERB, arguments);
        String text = Verbs.text(result) + result;
        old.secrets().forEach(secret -> assertFalse(text.contains(secret), "a secret is shown"));
        assertFalse(text.contains(CODE.text()), "the setup code is shown");
        return result;
    }

    private WireClient phone() throws IOException {
        return bridge.session(old.phone(), old.bridge());
    }

    private BridgeMemory stored() {
        return runtime.service(BridgeStore.class).load("home");
    }

    private void configureOldAddon(int port) throws IOException {
        Dictionary<String, Object> settings =
                new Hashtable<>(Map.of("pin", CODE.text(), "setupId", SETUP_ID, "port", Integer.toString(port)));
        runtime.service(ConfigurationAdmin.class)
                .getConfiguration("org.openhab.homekit", "?")
                .update(settings);
    }

    private Bundle install(String location, InputStream jar) throws Exception {
        return runtime.context().installBundle("latchkey-itests:" + location, jar);
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    private static Item item(String name, ItemType type, String value) {
        return Item.of(name, type)
                .metadata("homekit", new Metadata(value, Map.of()))
                .build();
    }

    private static long aid(String item) {
        return AccessoryId.ofItem(item).value();
    }

    /** The iid of the service and those of its characteristics. */
    private static List<Long> iids(JsonArray home, String item, String service, String... characteristics) {
        JsonObject accessory = find(home, "aid", Long.toString(aid(item)));
        JsonObject found = find(
                accessory.getAsJsonArray("services"),
                "type",
                Catalogue.service(service).uuid().text());
        List<Long> iids = new ArrayList<>(List.of(found.get("iid").getAsLong()));
        for (String name : characteristics) {
            String type = Catalogue.characteristic(name).uuid().text();
            iids.add(find(found.getAsJsonArray("characteristics"), "type", type)
                    .get("iid")
                    .getAsLong());
        }
        return iids;
    }

    private static JsonObject find(JsonArray list, String member, String value) {
        for (JsonElement element : list) {
            if (element.getAsJsonObject().get(member).getAsString().equals(value)) {
                return element.getAsJsonObject();
            }
        }
        throw new AssertionError("no " + member + " " + value + " in " + list);
    }
}
