// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Networks of this computer's own, each in a namespace with its own interfaces, its own {@code /sys} and an empty
 * {@code /run}: made by root, or by anybody where user namespaces are allowed. A namespace lives as long as a shell in it,
 * which ends with the test, whatever becomes of that.
 */
final class NetworkNamespaces implements AutoCloseable {
    private static final int COMMAND_SECONDS = 20;
    private static final String HOLD =
            "mount -t sysfs none /sys && mount -t tmpfs none /run && ip link set lo up && echo ready && read end";

    private final boolean isRoot = "root".equals(System.getProperty("user.name"));
    private final Map<String, Process> holders = new LinkedHashMap<>();

    /** Makes a namespace. */
    void add(String name) throws IOException {
        List<String> command = new ArrayList<>();
        if (!isRoot && !holders.isEmpty()) {
            command.addAll(List.of("nsenter", "-t", anyPid(), "-U", "--preserve-credentials"));
        }
        command.add("unshare");
        if (!isRoot && holders.isEmpty()) {
            command.add("-r");
        }
        command.addAll(List.of("-n", "-m", "sh", "-c", HOLD));
        Process holder = tools(command).redirectErrorStream(true).start();
        holders.put(name, holder);
        String line = firstLine(holder);
        if (!"ready".equals(line)) {
            throw new AssertionError("not run, because network namespaces can't be made here (" + command + "): " + line
                    + ". Run as root, or allow user namespaces.");
        }
    }

    private static String firstLine(Process holder) throws IOException {
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                holder::destroyForcibly, CompletableFuture.delayedExecutor(COMMAND_SECONDS, TimeUnit.SECONDS));
        String line = holder.inputReader(StandardCharsets.UTF_8).readLine();
        end.cancel(false);
        return line;
    }

    /** What stands before a command that is to run in a namespace. */
    List<String> enter(String name) {
        List<String> prefix = new ArrayList<>(List.of("nsenter", "-t", pid(name), "-n", "-m"));
        if (!isRoot) {
            prefix.addAll(List.of("-U", "--preserve-credentials"));
        }
        return prefix;
    }

    /** Connects two namespaces by a cable with an interface at each end. */
    void connect(String one, String link, String other, String otherLink) throws IOException, InterruptedException {
        run(one, "ip", "link", "add", link, "type", "veth", "peer", "name", otherLink, "netns", pid(other));
        run(one, "ip", "link", "set", link, "up");
        run(other, "ip", "link", "set", otherLink, "up");
    }

    /** Runs a command in a namespace, gives what it prints, and fails when it does. */
    String run(String name, String... command) throws IOException, InterruptedException {
        Process process =
                start(name, List.of(command)).redirectErrorStream(true).start();
        Eventually.endAfter(COMMAND_SECONDS, process);
        process.outputWriter().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(String.join(" ", command) + " in " + name + ": " + printed);
        }
        return printed;
    }

    /** Prepares a command in a namespace. */
    ProcessBuilder start(String name, List<String> command) {
        return tools(Stream.concat(enter(name).stream(), command.stream()).toList());
    }

    /** With the folders of tools that are not everybody's. */
    private static ProcessBuilder tools(List<String> command) {
        List<String> shell = new ArrayList<>(List.of("sh", "-c", "PATH=$PATH:/usr/sbin:/sbin exec \"$@\"", "sh"));
        shell.addAll(command);
        return new ProcessBuilder(shell);
    }

    private String anyPid() {
        return String.valueOf(holders.values().iterator().next().pid());
    }

    private String pid(String name) {
        return String.valueOf(holders.get(name).pid());
    }

    @Override
    public void close() {
        holders.values()
                .forEach(holder -> Stream.concat(holder.descendants(), Stream.of(holder.toHandle()))
                        .forEach(ProcessHandle::destroyForcibly));
    }
}
