// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Keeps docs/evented-http.md true: each row of its tables names tests, and each of those is in the source tree. */
class EventedHttpDocumentIT {
    private static final int LEAST_ROWS = 50;

    @Test
    void everyRowNamesTestsThatExist() throws IOException {
        DocumentedTests.of("evented-http.md").assertProved(LEAST_ROWS);
    }
}
