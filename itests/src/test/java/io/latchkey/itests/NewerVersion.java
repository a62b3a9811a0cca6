// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What was built, as a later build with another version would make it. */
final class NewerVersion {
    private static final Pattern OURS =
            Pattern.compile("repository/io/latchkey/[^/]+/([^/]+)/[^/]+-\\1(.*)\\.(jar|xml)");

    private NewerVersion() {}

    /** The same bundle with another version. */
    static byte[] ofBundle(InputStream bundle, String version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarInputStream old = new JarInputStream(bundle)) {
            Manifest manifest = old.getManifest();
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
            try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
                for (JarEntry entry = old.getNextJarEntry(); entry != null; entry = old.getNextJarEntry()) {
                    jar.putNextEntry(new JarEntry(entry.getName()));
                    old.transferTo(jar);
                }
            }
        }
        return bytes.toByteArray();
    }

    /** The same kar with our bundles and features in another version, and the libraries as they are. */
    static byte[] ofKar(Path kar, String version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream old = new ZipInputStream(Files.newInputStream(kar));
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = old.getNextEntry(); entry != null; entry = old.getNextEntry()) {
                Matcher ours = OURS.matcher(entry.getName());
                if (ours.matches()) {
                    zip.putNextEntry(new ZipEntry(entry.getName().replace(ours.group(1), version)));
                    zip.write(newer(old.readAllBytes(), ours, version));
                } else if (!entry.isDirectory() && !entry.getName().endsWith("maven-metadata-local.xml")) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    old.transferTo(zip);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] newer(byte[] content, Matcher ours, String version) throws IOException {
        if (ours.group(3).equals("jar")) {
            return ofBundle(new ByteArrayInputStream(content), version);
        }
        String old = ours.group(1);
        return new String(content, StandardCharsets.UTF_8)
                .replaceAll("(mvn:io\\.latchkey/[^/<]+/)" + Pattern.quote(old), "$1" + version)
                .replace("name=\"latchkey-" + old + "\"", "name=\"latchkey-" + version + "\"")
                .replace("version=\"" + old.replace('-', '.') + "\"", "version=\"" + version + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }
}
