// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.conformance.ListeningSockets;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The distribution or Karaf as it comes, unpacked and started as people do, all its ports free ones on the loopback. */
public final class KarafProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final int STOP_SECONDS = 30;

    private final KarafFolder folder;
    private Process process;
    private int starts;

    private KarafProcess(KarafFolder folder) {
        this.folder = folder;
    }

    /** Unpacks the distribution and configures its ports, its administrator and the files given. */
    public static KarafProcess unpack(Path folder, Map<String, String> etc) throws IOException, InterruptedException {
        return new KarafProcess(KarafFolder.unpack(folder, etc));
    }

    /** Unpacks Karaf as it comes. */
    static KarafProcess unpackStock(Path folder) throws IOException, InterruptedException {
        return new KarafProcess(KarafFolder.unpackStock(folder));
    }

    /** Unpacks Karaf with its own features, web console included, and nothing of ours. */
    static KarafProcess unpackPlain(Path folder, Map<String, String> etc) throws IOException, InterruptedException {
        return new KarafProcess(KarafFolder.unpackPlain(folder, etc));
    }

    /** Its scripts run behind these words from now on, as in a namespace. */
    void within(List<String> words) {
        folder.within(words);
    }

    /** A variable of the environment that it is started in from now on. */
    void variable(String name, String value) {
        folder.variable(name, value);
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
        Set<Integer> usual = folder.usualPorts();
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
        Path out = folder.home().resolve("start-" + ++starts + ".log");
        ProcessBuilder builder = folder.script("karaf", "server").redirectOutput(out.toFile());
        builder.environment().put("KARAF_EXEC", "exec");
        builder.environment().put("EXTRA_JAVA_OPTS", "-Dlatchkey.greet=true");
        process = builder.start();
        return out;
    }

    /** Runs a console command over SSH, with the client that comes along, and gives what it printed. */
    public String console(String command) throws IOException, InterruptedException {
        return console(command, STOP_SECONDS, in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    /** Runs console commands, one a line, and lets somebody read what they print while they run. */
    <T> T console(String commands, int seconds, Reading<T> reading) throws IOException, InterruptedException {
        Process client = folder.client().start();
        Eventually.endAfter(seconds, client);
        try (var in = client.outputWriter(StandardCharsets.UTF_8)) {
            in.write(commands + "\n");
        }
        T read = reading.of(client.getInputStream());
        if (!client.waitFor(seconds, TimeUnit.SECONDS)) {
            client.destroyForcibly();
            throw new AssertionError(commands + " took too long: " + read);
        }
        return read;
    }

    /** Reads what is printed. */
    interface Reading<T> {
        /** Reads to the end. */
        T of(InputStream printed) throws IOException;
    }

    /** Where it is unpacked. */
    public Path home() {
        return folder.home();
    }

    /** What is put there is installed, what is replaced updated, what is taken away uninstalled. */
    public Path deploy() {
        return folder.home().resolve("deploy");
    }

    WebConsole webConsole() {
        return folder.webConsole();
    }

    /**
     * Deploys the test home and waits until it is shown. Not before Latchkey runs: a bundle that finds nothing to import is a
     * warning in the log.
     */
    public void deployTestHome() throws IOException {
        String jar = "io.latchkey.itests.home.jar";
        Files.copy(Built.target().resolve("bundles").resolve(jar), deploy().resolve(jar));
        Eventually.until(
                START, "the test home", () -> console("latchkey:accessories").contains("Test Home"));
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

    private boolean hasDied(Path out) throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("Karaf ended with status " + process.exitValue() + ":\n" + Files.readString(out));
        }
        return false;
    }

    /** A file of its configuration. */
    Path etc(String file) {
        return folder.etc(file);
    }
}
