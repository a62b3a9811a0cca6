// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.osgi.framework.launch.FrameworkFactory;

/** The OSGi frameworks that our bundles run in: Karaf's own, and the one that openHAB has its Karaf take. */
enum Platform {
    FELIX,
    EQUINOX;

    /** Makes frameworks of that kind; tests see them by the types of OSGi that stand on their class path. */
    FrameworkFactory factory() {
        ClassLoader loader = this == FELIX ? Platform.class.getClassLoader() : equinox();
        return ServiceLoader.load(FrameworkFactory.class, loader).stream()
                .filter(provider -> provider.type().getName().contains(".felix.") == (this == FELIX))
                .findFirst()
                .orElseThrow()
                .get();
    }

    /** Its jar is signed, so that it can't share a class path with another framework. */
    private static ClassLoader equinox() {
        Path jar = Built.jars(Built.target().resolve("equinox")).get(0);
        try {
            return new URLClassLoader(new URL[] {jar.toUri().toURL()}, Platform.class.getClassLoader());
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
