// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the store lies: never in a bundle's data area, which goes with the bundle, and never below Karaf's data folder,
 * which a clean start empties.
 */
final class Place {
    /** The framework property that names the folder. */
    static final String PROPERTY = "latchkey.store";

    private Place() {}

    /**
     * The folder that the property names, else {@code latchkey} below Karaf's base folder (openHAB's userdata), else below
     * the working folder.
     *
     * @param properties gives a framework property or null
     */
    static Path of(Function<String, String> properties) {
        return text(properties, PROPERTY)
                .map(Path::of)
                .orElseGet(() -> Path.of(text(properties, "karaf.base").orElse("."), "latchkey"))
                .toAbsolutePath()
                .normalize();
    }

    /** Whether Karaf empties the folder at a clean start. */
    static boolean isEmptiedByKaraf(Path place, Function<String, String> properties) {
        return text(properties, "karaf.data")
                .map(data -> place.startsWith(Path.of(data).toAbsolutePath().normalize()))
                .orElse(false);
    }

    private static Optional<String> text(Function<String, String> properties, String name) {
        return Optional.ofNullable(properties.apply(name)).map(String::trim).filter(text -> !text.isEmpty());
    }
}
