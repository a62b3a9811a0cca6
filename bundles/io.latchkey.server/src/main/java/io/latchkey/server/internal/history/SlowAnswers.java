// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.history;

import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.store.Happening.Kind;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Notes which accessories take long to answer. Called on any thread; never waits. */
public final class SlowAnswers implements Consumer<PublishedCharacteristic> {
    private final BridgeHistory history;
    private volatile Function<AccessoryId, Optional<PublishedAccessory>> shown = aid -> Optional.empty();

    /** Notes it there. */
    public SlowAnswers(BridgeHistory history) {
        this.history = history;
    }

    /** Knows from now on what accessories there are, which are there only later than who reads them. */
    public void among(Function<AccessoryId, Optional<PublishedAccessory>> accessories) {
        shown = accessories;
    }

    @Override
    public void accept(PublishedCharacteristic characteristic) {
        String accessory = shown.apply(characteristic.id().aid())
                .map(each -> each.definition().key())
                .orElse("an accessory that has left");
        history.note(
                Kind.SLOW,
                accessory + ": " + characteristic.definition().type().name() + " took three seconds or longer");
    }
}
