// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.itests.contributor.LampActivator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs the contributor of the tests into a bundle, on the fly. */
final class LampBundle {
    static final String LOCATION = "latchkey-itests:lamps";

    private LampBundle() {}

    /** A bundle that shows these lamps. */
    static InputStream of(String... lamps) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "io.latchkey.itests.lamps");
        headers.putValue("Bundle-Version", "1.0." + lamps.length);
        headers.putValue("Bundle-Activator", LampActivator.class.getName());
        headers.putValue("Lamps", String.join(" ", lamps));
        headers.putValue(
                "Import-Package",
                "org.osgi.framework,io.latchkey.api.model;version=\"[1,2)\",io.latchkey.api.provider;version=\"[1,2)\"");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            String name = LampActivator.class.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(name));
            try (InputStream code = LampBundle.class.getClassLoader().getResourceAsStream(name)) {
                code.transferTo(jar);
            }
            jar.closeEntry();
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
