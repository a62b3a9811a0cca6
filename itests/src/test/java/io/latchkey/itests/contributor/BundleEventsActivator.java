// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.contributor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.SynchronousBundleListener;

/**
 * Writes what the framework does to bundles into a file, one event a line: what happened, id and symbolic name. It lives in
 * the process of a Karaf, whose settings folder's parent the file lies in.
 */
public final class BundleEventsActivator implements BundleActivator, SynchronousBundleListener, FrameworkListener {
    /** The name of the file. */
    public static final String FILE = "bundle-events.log";

    private static final Map<Integer, String> NAMES = Map.of(
            BundleEvent.INSTALLED, "installed",
            BundleEvent.STARTED, "started",
            BundleEvent.STOPPED, "stopped",
            BundleEvent.UPDATED, "updated",
            BundleEvent.UNRESOLVED, "unresolved",
            BundleEvent.UNINSTALLED, "uninstalled");

    private Path file;

    @Override
    public void start(BundleContext context) {
        file = Path.of(context.getProperty("karaf.etc")).resolveSibling(FILE);
        context.addBundleListener(this);
        context.addFrameworkListener(this);
        write("listening");
    }

    @Override
    public void stop(BundleContext context) {
        write("ended");
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        String name = NAMES.get(event.getType());
        if (name != null) {
            write(name + " " + event.getBundle().getBundleId() + " "
                    + event.getBundle().getSymbolicName());
        }
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
            write("refreshed 0 " + Constants.SYSTEM_BUNDLE_SYMBOLICNAME);
        }
    }

    private synchronized void write(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
