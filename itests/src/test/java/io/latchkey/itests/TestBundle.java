// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs classes of the tests into a bundle, on the fly. */
public final class TestBundle {
    private static final String IMPORTS = "org.osgi.framework,io.latchkey.api.identity;version=\"[1,2)\","
            + "io.latchkey.api.model;version=\"[1,2)\",io.latchkey.api.provider;version=\"[1,2)\"";

    private TestBundle() {}

    /**
     * A bundle of these classes and those named within them, the first of which is its activator; it may use what providers of accessories need.
     *
     * @param name its symbolic name
     * @param headers more headers of its manifest
     */
    public static InputStream of(String name, Map<String, String> headers, List<Class<?>> classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest(name, headers, classes.get(0)))) {
            for (Class<?> each : classes) {
                put(jar, each);
                for (Class<?> nested : each.getDeclaredClasses()) {
                    put(jar, nested);
                }
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void put(JarOutputStream jar, Class<?> each) throws IOException {
        String entry = each.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(entry));
        try (InputStream code = each.getClassLoader().getResourceAsStream(entry)) {
            code.transferTo(jar);
        }
        jar.closeEntry();
    }

    private static Manifest manifest(String name, Map<String, String> headers, Class<?> activator) {
        Manifest manifest = new Manifest();
        Attributes all = manifest.getMainAttributes();
        all.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        all.putValue("Bundle-ManifestVersion", "2");
        all.putValue("Bundle-SymbolicName", name);
        all.putValue("Bundle-Activator", activator.getName());
        all.putValue("Import-Package", IMPORTS);
        headers.forEach(all::putValue);
        return manifest;
    }
}
