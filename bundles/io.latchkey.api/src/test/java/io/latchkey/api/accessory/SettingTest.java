// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each conversion tells the options that it looks at. */
class SettingTest {
    static Arguments[] mappings() {
        return new Arguments[] {
            Arguments.of(Mappings.bool(), "inverted"),
            Arguments.of(Mappings.below("lowThreshold", 20), "inverted lowThreshold"),
            Arguments.of(Mappings.enumeration("OFF", "HEAT"), "inverted OFF HEAT"),
            Arguments.of(Mappings.percent(), "minValue maxValue step"),
            Arguments.of(Mappings.percentTimes("factor"), "minValue maxValue step factor"),
            Arguments.of(Mappings.temperature(0, 100), "minValue maxValue step"),
            Arguments.of(Mappings.mired(), "minValue maxValue step inverted"),
            Arguments.of(Mappings.position(), "inverted"),
            Arguments.of(Mappings.tilt(), ""),
            Arguments.of(Mappings.text(), ""),
        };
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void optionsAreTold(Mapping mapping, String names) {
        assertEquals(names, mapping.settings().stream().map(Setting::name).collect(Collectors.joining(" ")));
    }
}
