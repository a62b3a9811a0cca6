// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.itests.openhab.Openhab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationListener;

/**
 * Plain Felix with Declarative Services, ConfigAdmin and all bundles of ours that need no Karaf; with openHAB as the host
 * on Equinox too. The packages of the api come from the class path of the test, so that it can use services by their types.
 */
public final class FelixRuntime implements AutoCloseable {
    static final String BRIDGE = "io.latchkey.bridge";
    private static final String LAST = "io.latchkey.itests.last";
    private static final String LOCAL_HOST = "io.latchkey.host.local";
    private static final String OPENHAB_HOST = "io.latchkey.host.openhab";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final Framework framework;
    private final Map<Part, Bundle> parts = new HashMap<>();

    private FelixRuntime(Path folder, Framework framework) {
        this.folder = folder;
        this.framework = framework;
    }

    /**
     * Starts a framework and all bundles in it.
     *
     * @param folder where the store and the framework's cache lie; kept between starts
     * @param libraries which generation of third-party libraries to run with
     */
    public static FelixRuntime start(Path folder, Libraries libraries) throws IOException, BundleException {
        return start(folder, libraries, system -> {}, Set.of());
    }

    /**
     * The same with something done before any bundle is there.
     *
     * @param first takes the context of the framework
     * @param late the bundles that are installed and not started
     */
    static FelixRuntime start(Path folder, Libraries libraries, Consumer<BundleContext> first, Set<Part> late)
            throws IOException, BundleException {
        FelixRuntime runtime = start(folder, Platform.FELIX);
        first.accept(runtime.context());
        runtime.startAll(libraries, Part.HOST_LOCAL, List.of(), late);
        return runtime;
    }

    /**
     * Starts a framework with a small openHAB as the host of all bundles.
     *
     * @param openhab the bundle that is openHAB
     */
    static FelixRuntime startOpenhab(Path folder, Platform platform, Libraries libraries, Path openhab)
            throws IOException, BundleException {
        return startOpenhab(folder, platform, libraries, openhab, system -> {}, Set.of());
    }

    /**
     * The same with something done before any bundle is there.
     *
     * @param first takes the context of the framework
     * @param late the bundles that are installed and not started
     */
    static FelixRuntime startOpenhab(
            Path folder,
            Platform platform,
            Libraries libraries,
            Path openhab,
            Consumer<BundleContext> first,
            Set<Part> late)
            throws IOException, BundleException {
        FelixRuntime runtime = start(folder, platform);
        first.accept(runtime.context());
        runtime.startAll(libraries, Part.HOST_OPENHAB, List.of(openhab), late);
        return runtime;
    }

    private static FelixRuntime start(Path folder, Platform platform) throws IOException, BundleException {
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString());
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, sharedPackages());
        properties.put("felix.cm.dir", folder.resolve("configurations").toString());
        properties.put("latchkey.store", folder.resolve("store").toString());
        properties.put("org.ops4j.pax.logging.DefaultServiceLog.level", "WARN");
        FelixRuntime runtime = new FelixRuntime(folder, platform.factory().newFramework(properties));
        runtime.framework.start();
        return runtime;
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** The bundle of that part. */
    Bundle bundle(Part part) {
        return parts.get(part);
    }

    /** Takes a bundle away and installs it anew, as Karaf does with a feature. */
    void reinstall(Part part) throws BundleException {
        parts.remove(part).uninstall();
        parts.put(part, install(part.jar()));
        refresh();
        start(parts.values());
    }

    /** Replaces a bundle by the file it came from, in the steps in which Karaf's File Install does it. */
    void update(Part part) throws BundleException {
        Bundle bundle = bundle(part);
        bundle.stop(Bundle.STOP_TRANSIENT);
        bundle.update();
        refresh();
        start(parts.values());
    }

    /** Has all bundles use the newest of what others export, and returns when that is done: Karaf does so after each change. */
    void refresh() {
        CountDownLatch done = new CountDownLatch(1);
        context().getBundle().adapt(FrameworkWiring.class).refreshBundles(null, event -> done.countDown());
        Eventually.until(PATIENCE, "the bundles to be refreshed", () -> done.await(1, TimeUnit.MILLISECONDS));
    }

    /** The service of that type, waited for. */
    public <T> T service(Class<T> type) {
        return Eventually.present(PATIENCE, "a service " + type.getName(), () -> find(type));
    }

    /** The service of that type, if there is one. */
    <T> Optional<T> find(Class<T> type) {
        try {
            ServiceReference<?>[] found = context().getAllServiceReferences(type.getName(), null);
            return Optional.ofNullable(
                    found == null ? null : type.cast(context().getService(best(found))));
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Looked for among all: Felix hides services with another type of which the class path of the test has a copy. */
    private static ServiceReference<?> best(ServiceReference<?>... found) {
        return Arrays.stream(found).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Makes or changes the configuration of a bridge, as a console would. */
    Configuration configureBridge(String id, Map<String, Object> settings) throws IOException {
        Configuration configuration = service(ConfigurationAdmin.class).getFactoryConfiguration(BRIDGE, id, "?");
        Map<String, Object> all = new HashMap<>(settings);
        all.put("id", id);
        configuration.update(dictionary(all));
        return configuration;
    }

    /** Waits until all have done what configurations that changed up to now mean to them: they hear of one after another. */
    void awaitConfigured() throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        ServiceRegistration<ConfigurationListener> listener = context()
                .registerService(
                        ConfigurationListener.class,
                        event -> {
                            if (event.getPid().equals(LAST)) {
                                told.countDown();
                            }
                        },
                        null);
        Configuration last = service(ConfigurationAdmin.class).getConfiguration(LAST, "?");
        last.update(dictionary(Map.of()));
        Eventually.until(PATIENCE, "configurations to be taken", () -> told.await(1, TimeUnit.MILLISECONDS));
        last.delete();
        listener.unregister();
    }

    /** Gives the embedded host a file of items, in the JSON that openHAB's REST interface gives. */
    public void showItems(String json) throws IOException {
        showItems(json, folder.resolve("items.json"));
    }

    /** The same in a file of another name. */
    void showItems(String json, Path file) throws IOException {
        Path items = Files.writeString(file, json);
        configureHost(Map.of("file", items.toString()));
    }

    /** Has the embedded host show the demo home, or nothing. */
    void showDemo(boolean demo) throws IOException {
        configureHost(Map.of("demo", demo));
    }

    /** Configures our part for openHAB. */
    void configureOpenhab(Map<String, Object> settings) throws IOException {
        service(ConfigurationAdmin.class).getConfiguration(OPENHAB_HOST, "?").update(dictionary(settings));
    }

    private void configureHost(Map<String, Object> settings) throws IOException {
        service(ConfigurationAdmin.class).getConfiguration(LOCAL_HOST, "?").update(dictionary(settings));
    }

    @Override
    public void close() throws BundleException {
        framework.stop();
        Eventually.until(
                PATIENCE,
                "the framework to stop",
                () -> framework.waitForStop(PATIENCE.toMillis()).getType() == FrameworkEvent.STOPPED);
    }

    private void startAll(Libraries libraries, Part host, List<Path> more, Set<Part> late) throws BundleException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : Built.jars(Built.target().resolve("framework"))) {
            bundles.add(install(jar));
        }
        for (Path jar : libraries.jars()) {
            bundles.add(install(jar));
        }
        for (Path jar : more) {
            bundles.add(install(jar));
        }
        start(bundles);
        for (Part part : Part.of(host)) {
            if (part != Part.CONSOLE) {
                parts.put(part, install(part.jar()));
            }
        }
        if (host == Part.HOST_OPENHAB) {
            haveFirstBridge();
        }
        for (Map.Entry<Part, Bundle> part : parts.entrySet()) {
            if (!late.contains(part.getKey())) {
                part.getValue().start();
            }
        }
    }

    /** Tests make their bridges themselves: the one that a fresh install gets would be announced on the network. */
    private void haveFirstBridge() {
        service(Openhab.class).storage("latchkey").put("firstBridge", "made");
    }

    private static void start(Collection<Bundle> bundles) throws BundleException {
        for (Bundle bundle : bundles) {
            bundle.start();
        }
    }

    private Bundle install(Path jar) throws BundleException {
        return context().installBundle(jar.toUri().toString());
    }

    private static Dictionary<String, Object> dictionary(Map<String, Object> settings) {
        return new Hashtable<>(settings);
    }

    /** What the test and the bundles must see as the same types. */
    private static String sharedPackages() throws IOException {
        try (JarFile jar = new JarFile(Part.API.jar().toFile())) {
            String exports = jar.getManifest().getMainAttributes().getValue("Export-Package");
            return exports + ",org.osgi.service.cm;version=\"1.6.1\",io.latchkey.itests.openhab;version=\"1.0.0\"";
        }
    }
}
