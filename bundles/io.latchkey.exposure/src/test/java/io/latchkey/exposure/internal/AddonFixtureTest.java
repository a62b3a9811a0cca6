// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example in the README of openHAB's HomeKit add-on, through the real exposure. */
class AddonFixtureTest {
    static Stream<AddonFixture> fixtures() {
        return AddonFixture.all().stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void whatTheAddonMadeOfItemsIsMade(AddonFixture fixture) {
        assertEquals(List.of(), AddonFixtureHome.deviations(fixture), fixture::toString);
    }
}
