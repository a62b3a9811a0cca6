// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonObject;
import com.google.gson.JsonStreamParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The distribution on a machine of its own with one interface into the house and one into the garden, both seen by avahi
 * from there, and what its doctor says. The store lies on a small disk of that machine. All of it is in namespaces.
 */
final class ExaminedDistribution implements AutoCloseable {
    /** Where the distribution runs. */
    static final String MACHINE = "machine";
    /** Where phones are. */
    static final String HOUSE = "house";
    /** The address of the machine in the house. */
    static final String ADDRESS = "10.77.1.2";

    private static final String GARDEN = "garden";
    private static final int RUNS_AT_ONCE = 5;
    private static final int RUN_SECONDS = 20;

    private final NetworkNamespaces namespaces = new NetworkNamespaces();
    private final List<AutoCloseable> parts = new ArrayList<>(List.of(namespaces));
    private final List<Process> publications = new ArrayList<>();
    private final Path folder;
    private final KarafProcess karaf;
    private final AvahiObserver house;
    private AvahiObserver here;

    /**
     * Makes the networks and unpacks it.
     *
     * @param folder that holds the folder of the store, {@code store}
     * @param etc files of its configuration
     */
    ExaminedDistribution(Path folder, Map<String, String> etc) throws IOException, InterruptedException {
        this.folder = folder;
        try {
            cable();
            house = new AvahiObserver(namespaces, HOUSE, "eth0", folder);
            parts.add(0, house);
            karaf = KarafProcess.unpack(Files.createDirectory(folder.resolve("karaf")), etc);
            parts.add(0, karaf);
        } catch (IOException | InterruptedException | AssertionError failed) {
            close();
            throw failed;
        }
        karaf.within(namespaces.enter(MACHINE));
        karaf.variable("KARAF_OPTS", "-Dlatchkey.store=" + store());
    }

    /** Where the store lies. */
    Path store() {
        return folder.resolve("store");
    }

    /** Runs a command on the machine. */
    String run(String... command) throws IOException, InterruptedException {
        return namespaces.run(MACHINE, command);
    }

    /**
     * What the doctor has said once.
     *
     * @param status 0, 1 or 2
     * @param named the codes of what isn't right, each behind the bridge that it is about, if it is about one
     * @param text everything
     * @param time until it was said
     */
    record Saying(int status, Set<String> named, String text, Duration time) {}

    KarafProcess karaf() {
        return karaf;
    }

    /** Starts it anew, with a clock that can be set. */
    FakedClock restartWithClock() throws IOException, InterruptedException {
        FakedClock clock = new FakedClock(folder);
        karaf.stop();
        karaf.variable("JAVA", clock.java().toString());
        karaf.start();
        return clock;
    }

    NetworkNamespaces namespaces() {
        return namespaces;
    }

    AvahiObserver house() {
        return house;
    }

    /** Where its parts may put files. */
    Path folder() {
        return folder;
    }

    /** Has a foreign program hold a port of the machine until the end. */
    void hold(int port) throws IOException {
        String script = "require('net').createServer().listen(" + port + ", '0.0.0.0', () => console.log('held'))";
        Process holder =
                namespaces.start(MACHINE, List.of("node", "-e", script)).start();
        parts.add(0, holder::destroyForcibly);
        if (!"held".equals(holder.inputReader().readLine())) {
            throw new AssertionError("port " + port + " can't be held");
        }
    }

    /** Has the avahi of the house announce a bridge that isn't ours. */
    void publish(String instance, int port, String id) throws IOException {
        publications.add(house.publish(folder, instance, port, id));
    }

    /**
     * Has an avahi of another user on the machine itself announce the whole bridge as somebody left it.
     *
     * @param host at which it is
     * @param texts its keys and values
     */
    void publishHere(String host, int port, String... texts) throws IOException, InterruptedException {
        publications.add(here().publishAt(folder, host, "Left behind", port, texts));
    }

    /** Has that avahi announce a host. */
    void publishHostHere(String host, String address) throws IOException, InterruptedException {
        publications.add(here().publishHost(folder, host, address));
    }

    private AvahiObserver here() throws IOException, InterruptedException {
        if (here == null) {
            here = new AvahiObserver(namespaces, MACHINE, "lan0", folder, true);
            parts.add(0, here);
        }
        return here;
    }

    /** Announces nothing foreign any more. */
    void endPublications() {
        publications.forEach(Process::destroy);
        publications.clear();
    }

    /** What the doctor says of all bridges, asked so often one after another. */
    List<Saying> doctor(int runs) throws IOException, InterruptedException {
        List<Saying> sayings = new ArrayList<>();
        while (sayings.size() < runs) {
            int now = Math.min(RUNS_AT_ONCE, runs - sayings.size());
            String commands = "echo {}\n" + "latchkey:doctor --json | cat\n".repeat(now);
            List<Saying> some = karaf.console(commands, RUN_SECONDS * (now + 1), ExaminedDistribution::sayings);
            if (some.size() != now) {
                throw new AssertionError("asked " + now + " times, the doctor said " + some);
            }
            sayings.addAll(some);
        }
        return sayings;
    }

    private static List<Saying> sayings(InputStream printed) {
        List<Saying> sayings = new ArrayList<>();
        JsonStreamParser documents = new JsonStreamParser(new InputStreamReader(printed, StandardCharsets.UTF_8));
        documents.next();
        long begun = System.nanoTime();
        while (documents.hasNext()) {
            JsonObject said = documents.next().getAsJsonObject();
            Duration time = Duration.ofNanos(System.nanoTime() - begun);
            sayings.add(new Saying(said.get("status").getAsInt(), NamedFaults.of(said), said.toString(), time));
            begun = System.nanoTime();
        }
        return sayings;
    }

    private void cable() throws IOException, InterruptedException {
        for (String name : List.of(MACHINE, HOUSE, GARDEN)) {
            namespaces.add(name);
        }
        run("nft", "--version");
        namespaces.connect(MACHINE, "lan0", HOUSE, "eth0");
        namespaces.connect(MACHINE, "lan1", GARDEN, "eth0");
        address(MACHINE, ADDRESS, "lan0");
        address(MACHINE, "10.77.2.2", "lan1");
        address(HOUSE, "10.77.1.1", "eth0");
        address(GARDEN, "10.77.2.1", "eth0");
    }

    private void address(String namespace, String address, String link) throws IOException, InterruptedException {
        namespaces.run(namespace, "ip", "addr", "add", address + "/24", "dev", link);
    }

    /** Puts the store on a disk of so many megabytes, as it is now. */
    void putStoreOnDisk(int megabytes) throws IOException, InterruptedException {
        String copy = folder.resolve("store-before").toString();
        run("cp", "-a", store().toString(), copy);
        run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + megabytes + "m", "none", store().toString());
        run("cp", "-a", copy + "/.", store().toString());
    }

    @Override
    public void close() {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
        }
    }
}
