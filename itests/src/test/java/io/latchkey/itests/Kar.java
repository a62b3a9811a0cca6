// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The kar for openHAB.
 *
 * @param bytes as people copy them
 */
record Kar(byte[] bytes) {
    private static final String FEATURES = "-features.xml";

    /** The one that was built. */
    static Kar built() throws IOException {
        return new Kar(Files.readAllBytes(path()));
    }

    /** Where the one that was built lies. */
    static Path path() {
        return Built.target().resolve("distribution").resolve("latchkey-openhab.kar");
    }

    /**
     * One as it was up to November 2026: its feature had the name of an add-on of openHAB, and it brought libraries.
     *
     * @param libraries what it brings
     */
    Kar asBefore(Libraries libraries) throws IOException {
        StringBuilder brought = new StringBuilder();
        libraries
                .jars()
                .forEach(jar -> brought.append("<bundle dependency=\"true\">")
                        .append(jar.toUri())
                        .append("</bundle>"));
        return changed(features -> features.replace("name=\"latchkey-openhab\"", "name=\"openhab-misc-latchkey\"")
                .replaceFirst("(?=<bundle start-level)", Matcher.quoteReplacement(brought.toString())));
    }

    /** What its features say. */
    String features() throws IOException {
        StringBuilder found = new StringBuilder();
        changed(features -> {
            found.append(features);
            return features;
        });
        return found.toString();
    }

    /** The files in it that are more than what Maven wrote down about them. */
    Set<String> files() throws IOException {
        Set<String> files = new TreeSet<>();
        try (ZipInputStream kar = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = kar.getNextEntry(); entry != null; entry = kar.getNextEntry()) {
                String name = entry.getName();
                if (!entry.isDirectory() && !name.startsWith("META-INF/") && !name.contains("/maven-metadata-")) {
                    files.add(name.substring(name.lastIndexOf('/') + 1));
                }
            }
        }
        return files;
    }

    private Kar changed(UnaryOperator<String> features) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream kar = new ZipInputStream(new ByteArrayInputStream(bytes));
                ZipOutputStream copy = new ZipOutputStream(changed)) {
            for (ZipEntry entry = kar.getNextEntry(); entry != null; entry = kar.getNextEntry()) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = kar.readAllBytes();
                boolean isFeatures = entry.getName().endsWith(FEATURES);
                copy.write(isFeatures ? features.apply(new String(content)).getBytes() : content);
            }
        }
        return new Kar(changed.toByteArray());
    }
}
