// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Keeps docs/apple-controllers.md true: each row of its tables names tests, and each of those is in the source tree. */
class AppleControllersDocumentIT {
    private static final int LEAST_ROWS = 50;

    @Test
    void everyRowNamesTestsThatExist() throws IOException {
        DocumentedTests.of("apple-controllers.md").assertProved(LEAST_ROWS);
    }
}
