// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@link BridgeMain}, or another program that prints the same, in a process of its own. */
public final class BridgeProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int STOP_SECONDS = 20;

    private final Process process;
    private final Path log;
    private final Writer commands;

    private BridgeProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.commands = process.outputWriter();
    }

    /** Starts a bridge that shows these lamps. */
    static BridgeProcess start(Path folder, Path log, List<String> lamps) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(lamps);
        return start(BridgeMain.class, List.of(), log, arguments);
    }

    /**
     * Starts a program that prints where its bridge listens, as {@link BridgeMain} does.
     *
     * @param options more options of its virtual machine
     * @param log what it prints goes there
     */
    public static BridgeProcess start(Class<?> main, List<String> options, Path log, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(options);
        command.addAll(List.of("-Dlatchkey.target=" + Built.target(), "-Dlatchkey.work=" + Built.work()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new BridgeProcess(process, log);
    }

    /** Where it listens, once it does. */
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(said(BridgeMain.READY)));
    }

    /** The rest of the first line it prints that begins like this, once it has. */
    public String said(String beginning) {
        return Eventually.present(PATIENCE, beginning + "in " + log, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the bridge ended by itself:\n" + Files.readString(log));
            }
            return Files.readAllLines(log).stream()
                    .filter(each -> each.startsWith(beginning))
                    .map(each -> each.substring(beginning.length()).trim())
                    .findFirst();
        });
    }

    /** Shows these lamps from now on, in place of those before. */
    void show(List<String> lamps) throws IOException {
        tell(String.join(" ", lamps));
    }

    /** Gives it a line on its standard input. */
    public void tell(String line) throws IOException {
        commands.write(line + "\n");
        commands.flush();
    }

    /** The number of the process. */
    public long pid() {
        return process.pid();
    }

    /** Ends it at once, as the power does. */
    void kill() {
        process.destroyForcibly();
    }

    /** Stops it in peace and gives its exit status. */
    public int stop() throws IOException, InterruptedException {
        commands.close();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the bridge doesn't stop:\n" + Files.readString(log));
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
    }
}
