// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState.OnOff;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * A bridge with a door that has a history, in a process of its own, to be killed. Its argument is its folder. Prints
 * {@code ready PORT}; at each line on the standard input the door is opened or closed once more.
 */
public final class SwingingDoorMain {
    /** The door. */
    static final String DOOR = """
            [{"type": "Switch", "name": "Door", "label": "Door", "state": "OFF",
              "metadata": {"homekit": {"value": "ContactSensor"}}}]
            """;

    private SwingingDoorMain() {}

    public static void main(String[] arguments) throws Exception {
        try (FelixRuntime runtime = FelixRuntime.start(Path.of(arguments[0]), Libraries.LOWEST)) {
            runtime.showItems(DOOR);
            FrameworkBridge bridge = FrameworkBridge.start(runtime, "home", Map.of("eveHistory", true));
            ItemRegistry registry = runtime.service(ItemRegistry.class);
            System.out.println(BridgeMain.READY + bridge.address().getPort());
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            boolean isOpen = true;
            while (commands.readLine() != null) {
                registry.send("Door", isOpen ? OnOff.ON : OnOff.OFF, "itests");
                isOpen = !isOpen;
            }
        }
    }
}
