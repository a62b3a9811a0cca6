// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.conformance.ListeningSockets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The distribution or Karaf as it comes, unpacked and started as people do, all its ports free ones on the loopback. */
public final class KarafProcess implements AutoCloseable {
    private static final String USER = "admin";
    private static final String PASSWORD =
            "smoke-" + ThreadLocalRandom.current().nextLong(1L << 40);
    private static final Duration START = Duration.ofSeconds(90);
    private static final int STOP_SECONDS = 30;

    private final Path home;
    private final int httpPort;
    private final int sshPort;
    private final int registryPort;
    private final int serverPort;
    private Process process;
    private int starts;

    private KarafProcess(Path home) throws IOException {
        this.home = home;
        this.httpPort = freePort();
        this.sshPort = freePort();
        this.registryPort = freePort();
        this.serverPort = freePort();
    }

    /** Unpacks the distribution and configures its ports, its administrator and the files given. */
    public static KarafProcess unpack(Path folder, Map<String, String> etc) throws IOException, InterruptedException {
        KarafProcess karaf = unpack(Built.target().resolve("distribution/latchkey-distribution.tar.gz"), folder);
        karaf.put("org.ops4j.pax.web.cfg", "org.osgi.service.http.port", String.valueOf(karaf.httpPort));
        for (Map.Entry<String, String> file : etc.entrySet()) {
            Files.writeString(karaf.etc(file.getKey()), file.getValue());
        }
        return karaf;
    }

    /**
     * Unpacks Karaf as it comes and configures its ports and an administrator. It finds neither a network nor a Maven
     * repository of this computer's, so that what is installed brings along all it needs.
     */
    static KarafProcess unpackStock(Path folder) throws IOException, InterruptedException {
        KarafProcess karaf = unpack(Built.target().resolve("karaf/apache-karaf.tar.gz"), folder);
        karaf.put("org.apache.karaf.shell.cfg", "sshHost", "127.0.0.1");
        karaf.put("org.apache.karaf.management.cfg", "rmiRegistryHost", "127.0.0.1");
        karaf.put("org.apache.karaf.management.cfg", "rmiServerHost", "127.0.0.1");
        Path maven = karaf.etc("org.ops4j.pax.url.mvn.cfg");
        String offline = Files.readString(maven)
                .replaceAll("(?m)^(org\\.ops4j\\.pax\\.url\\.mvn\\.repositories)=(.*\\\\\\R)*.*$", "$1=");
        Files.writeString(
                maven, offline + "\norg.ops4j.pax.url.mvn.localRepository = " + folder.resolve("no-maven") + "\n");
        return karaf;
    }

    private static KarafProcess unpack(Path archive, Path folder) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder(
                        "tar", "xzf", archive.toString(), "--strip-components=1", "-C", folder.toString())
                .inheritIO()
                .start();
        if (tar.waitFor() != 0) {
            throw new AssertionError("tar can't unpack " + archive);
        }
        KarafProcess karaf = new KarafProcess(folder);
        karaf.put("org.apache.karaf.shell.cfg", "sshPort", String.valueOf(karaf.sshPort));
        karaf.put("org.apache.karaf.management.cfg", "rmiRegistryPort", String.valueOf(karaf.registryPort));
        karaf.put("org.apache.karaf.management.cfg", "rmiServerPort", String.valueOf(karaf.serverPort));
        Files.writeString(
                karaf.etc("users.properties"),
                USER + " = " + PASSWORD + ",group,admin,manager,viewer,systembundles,ssh\n");
        return karaf;
    }

    /** Unpacks Karaf with its own features, web console included, and nothing of ours, not even to look up. */
    static KarafProcess unpackPlain(Path folder, Map<String, String> etc) throws IOException, InterruptedException {
        KarafProcess karaf = unpack(folder, etc);
        Built.delete(folder.resolve("system/io/latchkey"));
        Built.delete(folder.resolve("system/com/google/code/gson"));
        Built.delete(folder.resolve("system/org/jmdns"));
        Path features = karaf.etc("org.apache.karaf.features.cfg");
        String without = Files.readString(features)
                .replaceAll("mvn:io\\.latchkey/\\S+,", "")
                .replaceAll("(latchkey|ssh)/\\S+,", "")
                .replaceAll("latchkey-webconsole/\\S+,", "http-whiteboard, webconsole,");
        Files.writeString(features, without);
        return karaf;
    }

    /** Starts it and waits for its ready line. */
    public String start() throws IOException {
        Path out = launch();
        Eventually.until(
                START, "the ready line in " + out, () -> Files.readString(out).contains("is ready on") || hasDied(out));
        return Files.readString(out);
    }

    /** Starts it and waits until its web console answers. */
    void startPlain() throws IOException {
        Path out = launch();
        Eventually.until(START, "the web console", () -> webConsole().answers() || hasDied(out));
    }

    /** Starts Karaf as it comes and waits until it listens where it always does; gives all its sockets. */
    Set<InetSocketAddress> startStock() throws IOException {
        Path out = launch();
        Set<Integer> usual = Set.of(sshPort, registryPort, serverPort);
        return Eventually.present(START, "the ports of Karaf itself", () -> {
            Set<InetSocketAddress> now = hasDied(out) ? Set.of() : listening();
            boolean isUp = now.stream()
                    .map(InetSocketAddress::getPort)
                    .collect(Collectors.toSet())
                    .containsAll(usual);
            return isUp ? Optional.of(now) : Optional.empty();
        });
    }

    /** Where its process listens at this moment. */
    Set<InetSocketAddress> listening() throws IOException {
        return ListeningSockets.of(process.pid());
    }

    /** Watches where its process listens. */
    ListeningWatch watch() {
        return new ListeningWatch(process.pid());
    }

    private Path launch() throws IOException {
        Path out = home.resolve("start-" + ++starts + ".log");
        ProcessBuilder builder = script("karaf", "server").redirectOutput(out.toFile());
        builder.environment().put("KARAF_EXEC", "exec");
        builder.environment().put("EXTRA_JAVA_OPTS", "-Dlatchkey.greet=true");
        process = builder.start();
        return out;
    }

    /** Runs a console command over SSH, with the client that comes along, and gives what it printed. */
    public String console(String command) throws IOException, InterruptedException {
        String port = String.valueOf(sshPort);
        Process client = script("client", "-h", "127.0.0.1", "-a", port, "-u", USER, "-p", PASSWORD, "-b")
                .start();
        Eventually.endAfter(STOP_SECONDS, client);
        try (var in = client.outputWriter(StandardCharsets.UTF_8)) {
            in.write(command + "\n");
        }
        String printed = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!client.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            client.destroyForcibly();
            throw new AssertionError(command + " took too long: " + printed);
        }
        return printed;
    }

    /** Where it is unpacked. */
    public Path home() {
        return home;
    }

    /** What is put there is installed, what is replaced updated, what is taken away uninstalled. */
    public Path deploy() {
        return home.resolve("deploy");
    }

    WebConsole webConsole() {
        return new WebConsole(httpPort, USER, PASSWORD);
    }

    /** The number of its process, while it runs. */
    public long pid() {
        return process.pid();
    }

    /** Asks it to stop, as Ctrl-C does, and waits until it has. */
    public int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Karaf still runs " + STOP_SECONDS + " s after SIGTERM");
        }
        return process.exitValue();
    }

    /** Ends what still runs. */
    @Override
    public void close() {
        if (process != null) {
            Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** One of Karaf's scripts, on the Java that runs the tests unless the environment names another. */
    private ProcessBuilder script(String name, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin").resolve(name).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("KARAF_"));
        return builder;
    }

    private boolean hasDied(Path out) throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("Karaf ended with status " + process.exitValue() + ":\n" + Files.readString(out));
        }
        return false;
    }

    /** A file of its configuration. */
    Path etc(String file) {
        return home.resolve("etc").resolve(file);
    }

    private void put(String file, String key, String value) throws IOException {
        List<String> lines = new ArrayList<>();
        Pattern old = Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*=.*");
        for (String line : Files.readAllLines(etc(file))) {
            Matcher matcher = old.matcher(line);
            if (!matcher.matches()) {
                lines.add(line);
            }
        }
        lines.add(key + " = " + value);
        Files.write(etc(file), lines, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** A free port below those that systems give to clients. */
    public static int freePort() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_768);
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IOException("no free port from 20000 to 32767");
    }
}
