// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.item;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.accessories.media.internal.Television;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.provider.BridgeView;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which items are paired by themselves, and as what. */
class StandaloneItemsTest {
    private static final Optional<AccessoryCategory> TELEVISION = Optional.of(AccessoryCategory.TELEVISION);

    private final FakeItemRegistry registry = new FakeItemRegistry(
            item("Lounge", "Switch", "OFF", "Television", "standalone", true),
            item("Cellar", "Switch", "OFF", "Television"));
    private final ExposureFixture home = new ExposureFixture(new Television()).with("local", registry);

    private void open(String standalone) {
        home.exposure.open(
                new BridgeView("home", "Home", "", "", BridgeView.Expose.METADATA, Set.of(), standalone), home.sink);
    }

    private Optional<AccessoryCategory> standalone(String item) {
        home.workers.pass(ExposureFixture.SOON);
        return home.sink.accessories.get("local:" + item).standalone();
    }

    @Test
    void thoseWhoseOptionSaysSo() {
        open("");
        assertEquals(TELEVISION, standalone("Lounge"));
        assertEquals(Optional.empty(), standalone("Cellar"));
    }

    @Test
    void thoseThatTheConfigurationNames() {
        open("item:Cel*");
        assertEquals(TELEVISION, standalone("Cellar"));
    }

    @Test
    void notThoseWhoseOptionSaysNo() {
        registry.put(item("Cellar", "Switch", "OFF", "Television", "standalone", "false"));
        open("item:*");
        assertEquals(Optional.empty(), standalone("Cellar"));
    }

    @Test
    void theOptionCountsAsSoonAsItIsThere() {
        open("");
        assertEquals(Optional.empty(), standalone("Cellar"));
        Accessory before = home.sink.accessories.get("local:Cellar");
        registry.put(item("Cellar", "Switch", "OFF", "Television", "standalone", "true"));
        assertEquals(TELEVISION, standalone("Cellar"));
        assertEquals(
                before.services().size(),
                home.sink.accessories.get("local:Cellar").services().size());
    }
}
