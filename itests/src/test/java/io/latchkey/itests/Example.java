// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** The examples of docs/write-an-accessory.md, as their own builds made them, and newer versions of them. */
enum Example {
    FOUNTAIN("fountain.jar"),
    POOL_COVER("pool-cover.jar"),
    WELL_PUMP("well-pump.jar"),
    GARDEN_LIGHT("garden-light.jar"),
    GARDEN("garden.kar");

    private final String file;

    Example(String file) {
        this.file = file;
    }

    /** Its symbolic name, where it is a bundle. */
    String bundle() {
        return "org.example." + file.substring(0, file.indexOf('.'));
    }

    /** Installs it, where it is a bundle, and starts it. */
    Bundle install(BundleContext context) throws BundleException, IOException {
        try (InputStream jar = Files.newInputStream(built())) {
            Bundle bundle = context.installBundle("latchkey-itests:" + bundle(), jar);
            bundle.start();
            return bundle;
        }
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
