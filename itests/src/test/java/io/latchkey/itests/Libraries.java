// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.nio.file.Path;
import java.util.List;

/** The third-party libraries that hosts bring: the oldest generation that is supported and the newest. */
public enum Libraries {
    LOWEST,
    HIGHEST;

    /** The jars of this generation. */
    List<Path> jars() {
        return Built.jars(Built.target().resolve("libraries").resolve(name().toLowerCase()));
    }
}
