// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The examples of docs/write-an-accessory.md, as their own builds made them, and newer versions of them. */
enum Example {
    FOUNTAIN("fountain.jar"),
    POOL_COVER("pool-cover.jar"),
    GARDEN("garden.kar");

    private final String file;

    Example(String file) {
        this.file = file;
    }

    /** Its symbolic name, where it is a bundle. */
    String bundle() {
        return "org.example." + file.substring(0, file.indexOf('.'));
    }

    /** What was built. */
    Path built() {
        return Built.target().resolve("examples").resolve(file);
    }

    /** Where people drop it. */
    Path in(Path folder) {
        return folder.resolve(file);
    }

    /** The same bundle with another version. */
    byte[] version(String version) throws IOException {
        return NewerVersion.ofBundle(Files.newInputStream(built()), version);
    }

    /** As {@link #version}, to be read once. */
    InputStream stream(String version) throws IOException {
        return new ByteArrayInputStream(version(version));
    }
}
