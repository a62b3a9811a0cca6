// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.api.discovery.Browser;
import io.latchkey.api.discovery.DiscoveredBridge;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupHash;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.Catalogue;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.itests.takeover.OldAddon;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A phone that knows nothing but the keys of openHAB's old add-on, before and after a bridge of ours has taken over. */
class ImportOpenhabIT extends OldAddonHome {
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

    private WireClient phone() throws IOException {
        return bridge.session(old.phone(), old.bridge());
    }

    private BridgeMemory stored() {
        return runtime.service(BridgeStore.class).load("home");
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
