// SPDX-License-Identifier: EPL-2.0
package org.example.fountain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.FakeBridge;
import io.latchkey.api.testing.ShownCharacteristic;
import java.util.List;
import org.junit.jupiter.api.Test;

class FountainTest {
    @Test
    void everyBridgeHearsWhatAnyPhoneDoes() {
        Fountain fountain = new Fountain();
        try (FakeBridge home = FakeBridge.open(fountain);
                FakeBridge cottage = FakeBridge.open(fountain)) {
            assertEquals(List.of("fountain"), home.present());
            assertTrue(home.isComplete());
            ShownCharacteristic here = home.characteristic("fountain", CharacteristicTypes.ON);
            ShownCharacteristic there = cottage.characteristic("fountain", CharacteristicTypes.ON);
            assertEquals(List.of(Value.FALSE), there.events(), "what is so at the beginning");
            here.write(Value.TRUE);
            assertEquals(Value.TRUE, there.read());
            assertEquals(List.of(Value.TRUE), there.events());
        }
    }
}
