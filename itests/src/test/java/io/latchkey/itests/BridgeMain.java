// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.osgi.framework.Bundle;

/**
 * A bridge in a process of its own, to be killed. Arguments: its folder, then the lamps to show. Prints
 * {@code ready PORT}; each line on the standard input names the lamps to show from now on, and its end stops the bridge.
 */
public final class BridgeMain {
    /** What the line begins with that says where the bridge listens. */
    public static final String READY = "ready ";

    private BridgeMain() {}

    public static void main(String[] arguments) throws Exception {
        try (FelixRuntime runtime = FelixRuntime.start(Path.of(arguments[0]), Libraries.LOWEST)) {
            runtime.showItems(HomeFile.SMALL);
            Bundle lamps = runtime.context()
                    .installBundle(
                            LampBundle.LOCATION, LampBundle.of(Arrays.copyOfRange(arguments, 1, arguments.length)));
            lamps.start();
            FrameworkBridge bridge = FrameworkBridge.start(runtime, "home");
            System.out.println(READY + bridge.address().getPort());
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                lamps.update(LampBundle.of(line.split(" ")));
            }
        }
    }
}
