// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody in a network namespace who looks for bridges with avahi, which has a D-Bus of its own there, and with dig. Fails
 * when one of them is missing.
 */
final class AvahiObserver implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** It waits for ever for the address of a record that leaves while it asks; what it has seen until then counts. */
    private static final String BROWSE = "timeout 10 avahi-browse -rpt _hap._tcp || [ $? = 124 ]";

    private static final String BUS = """
            <busconfig>
              <type>custom</type>
              <listen>unix:path=/run/dbus/system_bus_socket</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow user="*"/>
                <allow own="*"/>
                <allow send_destination="*"/>
                <allow receive_sender="*"/>
              </policy>
            </busconfig>
            """;

    private final NetworkNamespaces namespaces;
    private final String name;
    private final List<Process> processes = new ArrayList<>();

    /**
     * Starts avahi.
     *
     * @param link the interface that leads to the bridge
     * @param folder for what it needs
     */
    AvahiObserver(NetworkNamespaces namespaces, String name, String link, Path folder)
            throws IOException, InterruptedException {
        this(namespaces, name, link, folder, false);
    }

    /**
     * Starts avahi.
     *
     * @param asItsUser whether as the user avahi, which root alone can do, so that a firewall can tell it from others
     */
    AvahiObserver(NetworkNamespaces namespaces, String name, String link, Path folder, boolean asItsUser)
            throws IOException, InterruptedException {
        this.namespaces = namespaces;
        this.name = name;
        Path bus = Files.writeString(folder.resolve("bus.conf"), BUS);
        Path avahi = Files.writeString(
                folder.resolve(name + ".conf"),
                "[server]\nhost-name=" + name + "\n[publish]\npublish-workstation=no\npublish-hinfo=no\n");
        namespaces.run(name, "mkdir", "-p", "/run/dbus", "/run/avahi-daemon");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path classes = Path.of("target", "test-classes").toAbsolutePath();
        start(folder, java, "-cp", classes.toString(), MulticastRelay.class.getName(), link);
        start(folder, "dbus-daemon", "--config-file=" + bus, "--nofork", "--nopidfile");
        Eventually.until(PATIENCE, "the bus of " + name, () -> succeeds("test", "-S", "/run/dbus/system_bus_socket"));
        List<String> daemon =
                new ArrayList<>(List.of("avahi-daemon", "-f", avahi.toString(), "--no-chroot", "--no-rlimits"));
        if (!asItsUser) {
            daemon.add("--no-drop-root");
        }
        start(folder, daemon.toArray(String[]::new));
        Eventually.until(PATIENCE, "avahi of " + name, () -> succeeds("test", "-S", "/run/avahi-daemon/socket"));
    }

    /** Publishes a record of a bridge that is another device's, as long as the result lives. */
    Process publish(Path folder, String instance, int port) throws IOException {
        return publish(folder, instance, port, "0A:0B:0C:0D:0E:0F");
    }

    /** The same of a device with that Device ID. */
    Process publish(Path folder, String instance, int port, String id) throws IOException {
        return start(folder, "avahi-publish", "-s", instance, "_hap._tcp", String.valueOf(port), "id=" + id);
    }

    /** Publishes a whole record, as long as the result lives: at that host, with those texts. */
    Process publishAt(Path folder, String host, String instance, int port, String... texts) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("avahi-publish", "-s", "-H", host, instance, "_hap._tcp", String.valueOf(port)));
        command.addAll(List.of(texts));
        return start(folder, command.toArray(String[]::new));
    }

    /** Publishes a host of that address, as long as the result lives. */
    Process publishHost(Path folder, String host, String address) throws IOException {
        return start(folder, "avahi-publish", "-a", "-R", host, address);
    }

    /** What avahi-browse sees of bridges: family, instance, host, address and port of each, as one line. */
    Set<String> sees() throws IOException, InterruptedException {
        Set<String> seen = new TreeSet<>();
        for (String line : namespaces.run(name, "sh", "-c", BROWSE).split("\n")) {
            String[] fields = line.split(";");
            if (fields[0].equals("=")) {
                seen.add(String.join(" ", fields[2], unescaped(fields[3]), fields[6], fields[7], fields[8]));
            }
        }
        return seen;
    }

    /**
     * What the network answers dig, without what comes in addition, one record a line: name, time to live, data.
     *
     * @param options of the question, as dig writes them
     */
    List<String> digs(String type, String what, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("dig", "@127.0.0.1", "-p", String.valueOf(MulticastRelay.PORT)));
        command.addAll(List.of("+time=3", "+tries=4", "+noall", "+answer", type, what));
        command.addAll(List.of(options));
        String answer = namespaces.run(name, command.toArray(String[]::new));
        return answer.lines()
                .map(line -> line.replaceAll("\\s+", " "))
                .filter(line -> line.contains(" IN " + type + " "))
                .toList();
    }

    private Process start(Path folder, String... command) throws IOException {
        Process process = namespaces
                .start(name, List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolve(name + "-" + processes.size() + ".log").toFile())
                .start();
        processes.add(process);
        return process;
    }

    private boolean succeeds(String... command) throws IOException, InterruptedException {
        if (processes.stream().anyMatch(process -> !process.isAlive())) {
            throw new AssertionError("a program of " + name + " has ended, see its log");
        }
        Process process = namespaces.start(name, List.of(command)).start();
        Eventually.endAfter((int) PATIENCE.toSeconds(), process);
        return process.waitFor() == 0;
    }

    /** As avahi writes them: a backslash and three digits for what is neither letter nor digit. */
    private static String unescaped(String text) {
        return Pattern.compile("\\\\(\\d{3})")
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1)))));
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
