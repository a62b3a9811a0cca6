// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupHash;
import io.latchkey.api.identity.SetupId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whether somebody may pair is told at once, and so is that a home has changed; only a series of changes is gathered. */
class AnnouncementPaceTest {
    private static final DeviceId DEVICE = new DeviceId("E1:91:1A:70:85:AA");

    private Duration now = Duration.ofSeconds(-3);
    private final AnnouncementPace pace = new AnnouncementPace(() -> now.toNanos());
    private Advertisement shown = record(1, false);

    @Test
    void theFirstChangeOfTheNumberIsToldAtOnceAndTheNextAreGathered() {
        assertEquals(Duration.ZERO, pause(2, false));
        tell(2, false);
        pass(Duration.ofSeconds(3));
        assertEquals(Duration.ofSeconds(7), pause(3, false));
        pass(Duration.ofSeconds(4));
        assertEquals(Duration.ofSeconds(3), pause(4, false), "later changes don't put it off");
        pass(Duration.ofSeconds(3));
        assertEquals(Duration.ZERO, pause(5, false));
        tell(5, false);
        assertEquals(Duration.ofSeconds(10), pause(6, false));
        pass(Duration.ofHours(1));
        assertEquals(Duration.ZERO, pause(6, false));
    }

    @Test
    void whetherItIsPairedNeverWaitsAndTakesTheNumberAlong() {
        tell(2, false);
        assertEquals(Duration.ZERO, pause(3, true));
        tell(3, true);
        assertEquals(Duration.ZERO, pause(3, false));
        assertEquals(Duration.ofSeconds(10), pause(4, true));
    }

    @Test
    void aChangeWithoutTheNumberBeginsNoGathering() {
        tell(1, true);
        assertEquals(Duration.ZERO, pause(2, true));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private Duration pause(int number, boolean paired) {
        return pace.pause(shown, record(number, paired));
    }

    private void tell(int number, boolean paired) {
        pace.told(shown, record(number, paired));
        shown = record(number, paired);
    }

    private static Advertisement record(int number, boolean paired) {
        return new Advertisement(
                "Home",
                9123,
                DEVICE,
                "Bridge",
                new ConfigurationNumber(number),
                paired,
                AccessoryCategory.BRIDGE,
                SetupHash.of(new SetupId("7OSX"), DEVICE));
    }
}
