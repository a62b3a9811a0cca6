// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.stranger;

import io.latchkey.itests.Built;
import io.latchkey.itests.Eventually;
import io.latchkey.itests.FrameworkBridge;
import io.latchkey.itests.KarafFolder;
import io.latchkey.itests.KarafProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The unpacked distribution with the test home on two bridges: one that controllers have paired with, and one that nobody
 * has, as a further bridge is for a while.
 */
final class AttackedDistribution implements AutoCloseable {
    private static final int TOOL_SECONDS = 30;

    private final InetSocketAddress paired;
    private final InetSocketAddress unpaired;
    private final KarafProcess karaf;

    /** Unpacks and starts it. */
    AttackedDistribution(int maximumSessions) throws IOException, InterruptedException {
        paired = new InetSocketAddress(InetAddress.getLoopbackAddress(), KarafFolder.freePort());
        unpaired = new InetSocketAddress(InetAddress.getLoopbackAddress(), KarafFolder.freePort());
        karaf = KarafProcess.unpack(
                Built.fresh("strangers"),
                Map.of(
                        "io.latchkey.bridge-home.cfg", configuration("home", paired, maximumSessions),
                        "io.latchkey.bridge-new.cfg", configuration("new", unpaired, maximumSessions)));
        try {
            karaf.start();
            karaf.deployTestHome();
        } catch (IOException | AssertionError failed) {
            karaf.close();
            throw failed;
        }
    }

    /**
     * What its process holds.
     *
     * @param heap in KiB, after a full collection
     * @param threads of the process, the virtual machine's own included
     */
    record Footprint(long heap, int threads) {
        @Override
        public String toString() {
            return "heap " + heap + " KiB, " + threads + " threads";
        }
    }

    InetSocketAddress paired() {
        return paired;
    }

    InetSocketAddress unpaired() {
        return unpaired;
    }

    /** What it holds now, after a collection that takes a moment in which it stands still. */
    Footprint footprint() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process tool = new ProcessBuilder(jcmd.toString(), Long.toString(karaf.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        Eventually.endAfter(TOOL_SECONDS, tool);
        String printed = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        tool.waitFor(TOOL_SECONDS, TimeUnit.SECONDS);
        String total = printed.lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("jcmd said " + printed));
        String threads = Files.readAllLines(Path.of("/proc", Long.toString(karaf.pid()), "status")).stream()
                .filter(line -> line.startsWith("Threads:"))
                .findFirst()
                .orElseThrow();
        return new Footprint(
                Long.parseLong(total.trim().split("\\s+")[2]) >> 10, Integer.parseInt(threads.replaceAll("\\D", "")));
    }

    /** What it has logged as an error, but for the probe of the test home that fails as it is told to. */
    List<String> errors() throws IOException {
        return Files.readAllLines(karaf.home().resolve("data/log/karaf.log")).stream()
                .filter(line -> line.contains("| ERROR |") && !line.contains("of THROW"))
                .toList();
    }

    /** Stops it in peace and gives its exit status. */
    int stop() throws InterruptedException {
        return karaf.stop();
    }

    @Override
    public void close() {
        karaf.close();
    }

    private static String configuration(String id, InetSocketAddress address, int maximumSessions) {
        return "id = " + id + "\nname = " + id + "\nbindAddress = 127.0.0.1\nport = " + address.getPort()
                + "\nmdns = false\nmaximumSessions = " + maximumSessions + "\nsetupCode = "
                + FrameworkBridge.CODE.text() + "\n";
    }
}
