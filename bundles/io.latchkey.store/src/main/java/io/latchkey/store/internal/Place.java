// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /**
     * Whether a clean start empties the folder: all of Karaf's data folder. In openHAB that folder is userdata, of which
     * only the cache and what is temporary are ever deleted.
     */
    static boolean isEmptiedByKaraf(Path place, Function<String, String> properties) {
        return folder(properties, "karaf.data")
                .map(data -> emptied(data, properties).anyMatch(place::startsWith))
                .orElse(false);
    }

    private static Stream<Path> emptied(Path data, Function<String, String> properties) {
        boolean isUserdata =
                folder(properties, "openhab.userdata").filter(data::equals).isPresent();
        return isUserdata ? Stream.of(data.resolve("cache"), data.resolve("tmp")) : Stream.of(data);
    }

    private static Optional<Path> folder(Function<String, String> properties, String name) {
        return text(properties, name).map(Path::of).map(Path::toAbsolutePath).map(Path::normalize);
    }

    private static Optional<String> text(Function<String, String> properties, String name) {
        return Optional.ofNullable(properties.apply(name)).map(String::trim).filter(text -> !text.isEmpty());
    }
}
