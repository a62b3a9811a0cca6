// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.lighting.internal;

import io.latchkey.api.testing.BehaviourTester;
import io.latchkey.api.testing.TypeRules;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every accessory type holds for lights. */
class LightingRulesTest {
    @Example
    void theTypeIsWhole() {
        TypeRules.isWhole(new Lighting());
    }

    @Property(tries = 200)
    void noStateIsShownIllegally(@ForAll Random random) {
        TypeRules.staysLegal(new Lighting(), random, null);
        TypeRules.staysLegal(new Lighting(), random, "inverted=true;minValue=2700 K;maxValue=6500 K");
    }

    @Property(tries = 100)
    void nothingThatHappensHarms(@ForAll Random random) {
        BehaviourTester.of(new Lighting())
                .with("C", "Color", "OnState Brightness Hue Saturation", "")
                .with("T", random.nextBoolean() ? "Number" : "Dimmer", "ColorTemperature", "")
                .runAtRandom(random, 40);
    }
}
