// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;

/** Tests with a lamp that is off and dimmed to 10 before each of them. */
abstract class DimmedLamp {
    TestedHome home;
    String on;
    String brightness;

    @BeforeEach
    void darken(Server server) throws IOException {
        home = server.home();
        on = home.on();
        brightness = home.brightness();
        try (SuiteController controller = SuiteController.admin(server)) {
            controller.put(Put.value(on, "false").andValue(brightness, "10")).isDone();
        }
    }
}
