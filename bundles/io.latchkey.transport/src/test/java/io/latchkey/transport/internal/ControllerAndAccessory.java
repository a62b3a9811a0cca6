// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A controller and an accessory that it connects to, for one test. */
abstract class ControllerAndAccessory {
    final TestController controller = new TestController();
    TestAccessory accessory;

    @BeforeEach
    void start() throws IOException {
        accessory = new TestAccessory();
    }

    @AfterEach
    void stop() throws IOException {
        controller.close();
        accessory.close();
    }
}
