// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.itests.takeover.FixedItems;
import io.latchkey.itests.takeover.OldAddon;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.osgi.framework.Bundle;
import org.osgi.service.cm.ConfigurationAdmin;

/** A home of openHAB's old add-on, and a bridge of ours beside it that shows the same items. */
abstract class OldAddonHome {
    static final SetupCode CODE = SetupCode.of("271-82-818");
    static final String SETUP_ID = "OLD1";
    static final String VERB = "import-openhab";
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final String NAME = "Taken over " + ProcessHandle.current().pid();

    final OldAddon old = new OldAddon()
            .noting("Kitchen", OldAddon.service("Lightbulb", "On"))
            .noting("Sofa", OldAddon.service("Lightbulb", "Brightness", "On", "Hue", "Saturation"))
            .noting("Blind", OldAddon.service("WindowCovering", "CurrentPosition", "PositionState", "TargetPosition"))
            .noting("Attic", OldAddon.service("TemperatureSensor", "CurrentTemperature"));
    FelixRuntime runtime;
    FrameworkBridge bridge;

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

    VerbResult run(String... arguments) {
        VerbResult result = Verbs.run(runtime, VERB, arguments);
        String text = Verbs.text(result) + result;
        old.secrets().forEach(secret -> assertFalse(text.contains(secret), "a secret is shown"));
        assertFalse(text.contains(CODE.text()), "the setup code is shown");
        return result;
    }

    void configureOldAddon(int port) throws IOException {
        Dictionary<String, Object> settings =
                new Hashtable<>(Map.of("pin", CODE.text(), "setupId", SETUP_ID, "port", Integer.toString(port)));
        runtime.service(ConfigurationAdmin.class)
                .getConfiguration("org.openhab.homekit", "?")
                .update(settings);
    }

    Bundle install(String location, InputStream jar) throws Exception {
        return runtime.context().installBundle("latchkey-itests:" + location, jar);
    }

    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    static Item item(String name, ItemType type, String value) {
        return Item.of(name, type)
                .metadata("homekit", new Metadata(value, Map.of()))
                .build();
    }
}
