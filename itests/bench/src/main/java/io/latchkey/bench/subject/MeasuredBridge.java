// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.subject;

import io.latchkey.api.identity.SetupCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A bridge that is measured, as a process of its own started and ended as often as one likes. */
public final class MeasuredBridge implements AutoCloseable {
    /** The setup code of all. */
    public static final SetupCode CODE = SetupCode.of(Subjects.CODE_TEXT);

    private static final Duration START = Duration.ofSeconds(120);
    private static final int STOP_SECONDS = 30;
    private static final int POLL_MILLIS = 2;

    private final String name;
    private final Path folder;
    private final List<String> command;
    private final InetSocketAddress address;
    private final Optional<Karaf> karaf;
    private Process process;
    private long started;

    private MeasuredBridge(String name, Path folder, List<String> command, int port, Optional<Karaf> karaf) {
        this.name = name;
        this.folder = folder;
        this.command = command;
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.karaf = karaf;
    }

    /** Says how to start something on a port. */
    @FunctionalInterface
    interface Start {
        /** The command. */
        List<String> command(Path folder, int port);
    }

    /** Prepares one that has never run. */
    static MeasuredBridge of(String name, Path folder, Start start, Optional<Karaf> karaf) throws IOException {
        Files.createDirectories(folder);
        int port = freePort();
        return new MeasuredBridge(name, folder, start.command(folder, port), port, karaf);
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** Starts it and waits until it listens. */
    public void start() throws IOException, InterruptedException {
        started = System.nanoTime();
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
        untilItListens();
    }

    /** Starts the bundles anew in the same process and waits until they listen; false where it has none. */
    public boolean restartBundles() throws IOException, InterruptedException {
        if (karaf.isEmpty()) {
            return false;
        }
        started = karaf.get().restartBundles();
        untilItListens();
        return true;
    }

    /** Bytes of the bundles on disk, where it has some. */
    public Optional<Long> bytesOnDisk() {
        return karaf.map(Karaf::bytesOnDisk);
    }

    /** When it was started, by {@link System#nanoTime()}. */
    public long started() {
        return started;
    }

    /** The process that does the work, where a script has started it. */
    public ProcessHandle worker() {
        return process.toHandle()
                .descendants()
                .filter(each -> each.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElse(process.toHandle());
    }

    /** Asks it to end, and waits until it has. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        ProcessHandle worker = worker();
        worker.destroy();
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            worker.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            worker.destroyForcibly();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            worker.destroyForcibly();
        }
    }

    private void untilItListens() throws IOException, InterruptedException {
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() - started > START.toNanos()) {
                throw new IOException(name + " doesn't start, see " + folder.resolve("output.log"));
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(address);
            try (InputStream in = socket.getInputStream()) {
                return in.available() >= 0;
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
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
