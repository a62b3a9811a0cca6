// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.itests.BridgeMain;
import io.latchkey.itests.FelixRuntime;
import io.latchkey.itests.FrameworkBridge;
import io.latchkey.itests.Libraries;
import io.latchkey.itests.TestBundle;
import io.latchkey.itests.soak.home.SoakHome;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The bridge of a soak, in a process of its own. Argument: its folder. Prints {@code ready PORT}; to each line on the
 * standard input it answers with that line and how much it holds, and at the end of the input it stops.
 */
final class SoakMain {
    /** All are at one address here. */
    private static final Map<String, Object> LIMITS = Map.of(
            "maximumSessions", Soak.MAXIMUM_SESSIONS,
            "maximumUnverifiedSessions", Soak.MAXIMUM_SESSIONS,
            "maximumUnverifiedSessionsOfAddress", Soak.MAXIMUM_SESSIONS);

    private static final String BRIDGE = "soak";

    private SoakMain() {}

    public static void main(String[] arguments) throws Exception {
        try (FelixRuntime runtime = FelixRuntime.start(Path.of(arguments[0]), Libraries.HIGHEST)) {
            runtime.context()
                    .installBundle(
                            "latchkey-itests:soak",
                            TestBundle.of("io.latchkey.itests.soak", Map.of(), SoakHome.CLASSES))
                    .start();
            FrameworkBridge bridge = FrameworkBridge.start(runtime, BRIDGE, LIMITS);
            System.out.println(BridgeMain.READY + bridge.address().getPort());
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(line + " " + gauge(runtime.service(BridgeRuntime.class)));
            }
        }
    }

    private static String gauge(BridgeRuntime runtime) {
        System.gc();
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        var system = ManagementFactory.getOperatingSystemMXBean();
        long files = system instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0;
        return new Gauge(
                        memory.getUsed(),
                        0,
                        ManagementFactory.getThreadMXBean().getThreadCount(),
                        runtime.sessions(BRIDGE).size(),
                        files)
                .line();
    }
}
