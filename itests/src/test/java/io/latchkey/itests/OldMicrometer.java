// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Micrometer as openHAB 4.3 has it: an old one that is no bundle, inside a bundle that exports it with the version of openHAB,
 * because bnd gives that to packages that say none.
 */
final class OldMicrometer {
    private static final String EXPORTS = "io.micrometer.core.instrument;version=\"4.3.0\","
            + "io.micrometer.core.instrument.composite;version=\"4.3.0\","
            + "io.micrometer.core.instrument.simple;version=\"4.3.0\"";

    private OldMicrometer() {}

    /** The bundle. */
    static InputStream bundle() throws IOException {
        Path library = Built.target().resolve("micrometer-lowest").resolve("micrometer-core.jar");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest())) {
            jar.putNextEntry(new JarEntry("micrometer-core.jar"));
            Files.copy(library, jar);
            jar.closeEntry();
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes all = manifest.getMainAttributes();
        all.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        all.putValue("Bundle-ManifestVersion", "2");
        all.putValue("Bundle-SymbolicName", "micrometer-core");
        all.putValue("Bundle-Version", "4.3.0");
        all.putValue("Bundle-ClassPath", "micrometer-core.jar");
        all.putValue("Export-Package", EXPORTS);
        all.putValue("DynamicImport-Package", "org.slf4j,javax.management");
        return manifest;
    }
}
