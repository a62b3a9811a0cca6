// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.itests.contributor.BundleEventsActivator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * A plain Karaf in a process of its own that runs a small openHAB, whose features take their libraries as openHAB's do;
 * add-ons come and go by its folder. What the framework does to any bundle is written down.
 */
final class OpenhabKaraf implements AutoCloseable {
    /** The bundle that is openHAB. */
    static final String OPENHAB = "io.latchkey.itests.openhab";

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String RECORDER = "bundle-events";

    private final Path folder;
    private final KarafProcess karaf;

    private OpenhabKaraf(Path folder, KarafProcess karaf) {
        this.folder = folder;
        this.karaf = karaf;
    }

    /** Starts it, still without openHAB. */
    static OpenhabKaraf start(Path folder, Map<String, String> etc) throws Exception {
        OpenhabKaraf karaf = new OpenhabKaraf(folder, KarafProcess.unpackPlain(folder, etc));
        try {
            karaf.karaf.startPlain();
            karaf.record();
            return karaf;
        } catch (Exception | Error failed) {
            karaf.close();
            throw failed;
        }
    }

    private void record() throws IOException {
        byte[] recorder = TestBundle.of(
                        RECORDER, Map.of("Import-Package", "org.osgi.framework"), List.of(BundleEventsActivator.class))
                .readAllBytes();
        put(RECORDER + ".jar", recorder);
        awaitActive(RECORDER);
    }

    /** Installs openHAB with libraries of one generation. */
    Path putOpenhab(Libraries libraries) throws IOException {
        String name = libraries == Libraries.LOWEST ? OPENHAB : OPENHAB + "-newest";
        Path openhab = Built.target().resolve("bundles/" + name + ".jar");
        Path put = put("openhab.xml", features(libraries, openhab).getBytes());
        awaitActive(OPENHAB);
        return put;
    }

    /** Installs another add-on, a bundle without content. */
    Path putAddon(String name) throws IOException {
        Path jar = Files.write(folder.resolve(name + ".jar"), emptyBundle(name));
        Path put = put(
                name + ".xml",
                ("<features xmlns='http://karaf.apache.org/xmlns/features/v1.6.0' name='" + name + "'>"
                                + "<feature name='openhab-misc-" + name + "' version='1' install='auto'>"
                                + "<feature>openhab-runtime-base</feature><bundle>" + jar.toUri() + "</bundle>"
                                + "</feature></features>")
                        .getBytes());
        awaitActive(name);
        return put;
    }

    /** Puts something into the folder of add-ons, whole at once. */
    Path put(String name, byte[] content) throws IOException {
        Path whole = Files.write(folder.resolve("incoming"), content);
        return Files.move(whole, karaf.deploy().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes something out of the folder of add-ons and waits until there is what was there without it. */
    void take(Path put, Set<String> without) throws IOException {
        Files.delete(put);
        Eventually.until(SOON, put.getFileName() + " to leave", () -> bundles().equals(without));
    }

    /** Waits until the bundle is active. */
    void awaitActive(String bundle) {
        Eventually.until(
                SOON,
                bundle + " to be active",
                () -> bundles().stream().anyMatch(each -> each.startsWith(bundle + " ") && each.endsWith(" Active")));
    }

    /** Waits until all bundles of ours are active. */
    void awaitOurs() {
        ours().forEach(this::awaitActive);
    }

    /** All bundles, each as symbolic name, version and state. */
    Set<String> bundles() throws IOException, InterruptedException {
        return karaf.webConsole().bundles();
    }

    /** What has happened to bundles until now, oldest first; the framework itself is told of when packages are refreshed. */
    List<String> events() throws IOException {
        return Files.readAllLines(folder.resolve(BundleEventsActivator.FILE));
    }

    /** Those behind so many. */
    List<String> eventsSince(int mark) throws IOException {
        List<String> all = events();
        return all.subList(mark, all.size());
    }

    /** The symbolic names of the bundles that Latchkey has in openHAB. */
    static Set<String> ours() {
        return Part.of(Part.HOST_OPENHAB).stream().map(Part::bundle).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        karaf.close();
    }

    /**
     * As openHAB 4.3 to 5.3 write them: Gson is only on offer, mDNS is asked for by a capability, and BouncyCastle comes
     * with Karaf's ssh, which the distribution starts.
     */
    private static String features(Libraries libraries, Path openhab) {
        return """
                <features xmlns='http://karaf.apache.org/xmlns/features/v1.6.0' name='openhab'>
                  <feature name='openhab-distribution' version='1' install='auto'>
                    <feature>ssh</feature><feature>openhab-runtime-base</feature>
                  </feature>
                  <feature name='openhab-runtime-base' version='1' install='manual'>
                    <feature>openhab-core-base</feature><feature>openhab-transport-mdns</feature>
                  </feature>
                  <feature name='openhab-core-base' version='1' install='manual'>
                    <feature>scr</feature>
                    <feature dependency='true'>openhab.tp-gson</feature>
                    <bundle>%s</bundle>
                  </feature>
                  <feature name='openhab-transport-mdns' version='1' install='manual'>
                    <feature>openhab-core-base</feature>
                    <requirement>openhab.tp;filter:="(feature=jmdns)"</requirement>
                    <feature dependency='true'>openhab.tp-jmdns</feature>
                  </feature>
                  <feature name='openhab.tp-gson' version='1' install='manual'>
                    <capability>openhab.tp;feature=gson</capability><bundle>%s</bundle>
                  </feature>
                  <feature name='openhab.tp-jmdns' version='1' install='manual'>
                    <capability>openhab.tp;feature=jmdns</capability><bundle>%s</bundle>
                  </feature>
                </features>
                """.formatted(openhab.toUri(), library(libraries, "gson"), library(libraries, "jmdns"));
    }

    private static String library(Libraries libraries, String name) {
        return libraries.jars().stream()
                .filter(jar -> jar.getFileName().toString().startsWith(name))
                .map(jar -> jar.toUri().toString())
                .findFirst()
                .orElseThrow();
    }

    private static byte[] emptyBundle(String name) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return bytes.toByteArray();
    }
}
