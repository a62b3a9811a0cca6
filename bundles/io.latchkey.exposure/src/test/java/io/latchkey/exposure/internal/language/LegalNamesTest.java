// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Names for what comes from items. */
class LegalNamesTest {

    @Test
    void theFirstNameOfWhichSomethingRemainsIsTaken() {
        assertEquals("Lamp new", LegalNames.legal("Lamp (new)", "Lamp_1"));
        assertEquals("Lamp 1", LegalNames.legal("!", "Lamp_1"));
        assertEquals("Accessory", LegalNames.legal("!", "_"));
    }
}
