// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Allocation;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.ServerWait;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the list shows while a change is being announced. */
class AnnouncementTest {
    private static final int PATIENCE_SECONDS = 10;

    private final PublishedCharacteristic on = SnapshotComposer.compose(
                    AccessoryDatabase.self(AccessoryInfo.named("Bridge"), () -> {}),
                    List.of(OfferedAccessory.of(
                            new AccessoryKey("test", "Lamp"), new LampAccessory("Lamp").accessory())),
                    FormerSnapshots.of(Allocation.EMPTY))
            .snapshot()
            .accessories()
            .stream()
            .flatMap(accessory -> accessory.services().stream())
            .flatMap(service -> service.characteristics().stream())
            .filter(each -> each.definition().type().equals(CharacteristicTypes.ON))
            .findFirst()
            .orElseThrow();

    @Test
    void whatIsShownHasBeenHandedToSubscribers() throws Exception {
        FutureTask<Value> shown = new FutureTask<>(on::shown);
        Thread reader = new Thread(shown, "reader");
        synchronized (on.memory()) {
            on.isNews(Value.TRUE);
            reader.start();
            ServerWait.until("the reader to wait", () -> reader.getState() == Thread.State.BLOCKED);
        }
        assertEquals(Value.TRUE, shown.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }
}
