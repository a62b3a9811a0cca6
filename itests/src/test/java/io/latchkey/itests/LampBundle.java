// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.itests.contributor.LampActivator;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Packs the contributor of the tests into a bundle, on the fly. */
final class LampBundle {
    static final String LOCATION = "latchkey-itests:lamps";

    private LampBundle() {}

    /** A bundle that shows these lamps. */
    static InputStream of(String... lamps) throws IOException {
        Map<String, String> headers = Map.of("Bundle-Version", "1.0." + lamps.length, "Lamps", String.join(" ", lamps));
        return TestBundle.of("io.latchkey.itests.lamps", headers, List.of(LampActivator.class));
    }
}
