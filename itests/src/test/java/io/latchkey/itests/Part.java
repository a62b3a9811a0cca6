// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One bundle and what it may know: the table of docs/architecture.md, which the classes and the manifests are held
 * against. A bundle that needs more changes the table first.
 */
enum Part {
    API(Set.of(), "", ""),
    CRYPTO(Set.of(API), "org.bouncycastle", ""),
    PAIRING(Set.of(API, CRYPTO), "", ""),
    TRANSPORT(Set.of(API, CRYPTO), "", "org.eclipse.jetty"),
    SERVER(Set.of(API, PAIRING), "com.google.gson", ""),
    EXPOSURE(Set.of(API), "", ""),
    STORE(Set.of(API, CRYPTO), "com.google.gson", ""),
    DISCOVERY(Set.of(API), "javax.jmdns", ""),
    CONTROLLER(Set.of(API, PAIRING), "com.google.gson", ""),
    ACCESSORIES_LIGHTING(Set.of(API), "", ""),
    ACCESSORIES_CONTROLS(Set.of(API), "", ""),
    ACCESSORIES_SENSORS(Set.of(API), "", ""),
    ACCESSORIES_ENTRY(Set.of(API), "", ""),
    ACCESSORIES_CLIMATE(Set.of(API), "", ""),
    ACCESSORIES_WATER(Set.of(API), "", ""),
    ACCESSORIES_MEDIA(Set.of(API), "", ""),
    ACCESSORIES_AIR(Set.of(API), "", ""),
    ADAPTIVE(Set.of(API), "", ""),
    MEASURES(Set.of(API), "io.micrometer.core", ""),
    HEALTH(Set.of(API), "org.apache.felix.hc.api", ""),
    EVE(Set.of(API), "", ""),
    HOST_LOCAL(Set.of(API), "com.google.gson", ""),
    HOST_OPENHAB(Set.of(API), Set.of("org.openhab.core", "javax.jmdns"), ""),
    CONSOLE(Set.of(API), "org.apache.karaf.shell", "io.nayuki.qrcodegen");

    private static final Set<String> JDK = ModuleLayer.boot().modules().stream()
            .flatMap(module -> module.getPackages().stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Set<Part> known;
    private final Set<String> libraries;
    private final String embedded;

    /**
     * A row of the table.
     *
     * @param known the parts whose packages it may use
     * @param library the package of the one library that it may import, or empty
     * @param embedded the package of a library that lies inside the bundle and is never imported, or empty
     */
    Part(Set<Part> known, String library, String embedded) {
        this(known, Set.of(library), embedded);
    }

    /** A row of the table for the one part that knows more of its host than one library. */
    Part(Set<Part> known, Set<String> libraries, String embedded) {
        this.known = known;
        this.libraries = libraries;
        this.embedded = embedded;
    }

    /** Symbolic name, artifact and package prefix in one. */
    String bundle() {
        return "io.latchkey." + name().toLowerCase().replace('_', '.');
    }

    /** The built bundle. */
    Path jar() {
        return Built.target().resolve("bundles").resolve(bundle() + ".jar");
    }

    /** Whether its classes may use a package: the JDK's, OSGi's and slf4j's for everybody, and what the table says. */
    boolean mayUse(String packageName) {
        return mayImport(packageName) || isWithin(packageName, embedded);
    }

    /** Whether its manifest may import a package. */
    boolean mayImport(String packageName) {
        Stream<String> common = Stream.of("org.osgi", "org.slf4j", bundle());
        Stream<String> ours = Stream.concat(known.stream().map(Part::bundle), libraries.stream());
        return JDK.contains(packageName)
                || Stream.concat(common, ours).anyMatch(prefix -> isWithin(packageName, prefix));
    }

    /** All parts with this host and no other. */
    static Set<Part> of(Part host) {
        Set<Part> parts = EnumSet.allOf(Part.class);
        parts.removeAll(EnumSet.complementOf(EnumSet.of(host)).stream()
                .filter(part -> part.name().startsWith("HOST_"))
                .toList());
        return parts;
    }

    /** Whose package it is, if it is one of ours. */
    static Optional<Part> owning(String packageName) {
        return Arrays.stream(values())
                .filter(each -> isWithin(packageName, each.bundle()))
                .findFirst();
    }

    /** Whether the package is the one named or lies below it. */
    static boolean isWithin(String packageName, String prefix) {
        return !prefix.isEmpty() && (packageName.equals(prefix) || packageName.startsWith(prefix + "."));
    }
}
