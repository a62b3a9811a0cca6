// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table in the README of openHAB's HomeKit add-on, for each kind of item that it names. */
class AddonTableTest {
    private static final int ROWS_OF_THE_README = 197;

    static Stream<AddonRow> rows() {
        return AddonRow.all().stream();
    }

    @Test
    void theTableIsWhole() {
        assertEquals(ROWS_OF_THE_README, AddonRow.characteristics().size());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatTheAddonShowedIsShown(AddonRow row) {
        List<String> deviations = row.deviations();
        if (row.different().isEmpty()) {
            assertEquals(List.of(), deviations, row::toString);
        } else {
            assertFalse(deviations.isEmpty(), () -> row + " doesn't differ any more: " + row.different());
        }
    }
}
