// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.hapjava;

import io.github.hapjava.server.impl.HomekitRoot;
import io.github.hapjava.server.impl.HomekitServer;
import java.net.InetAddress;
import java.nio.file.Path;

/**
 * A bridge of HAP-Java on the loopback, with lamps and temperature sensors. Arguments: port, setup code, file of its keys,
 * number of lamps, number of sensors.
 */
public final class HapJavaMain {
    private static final int CATEGORY = 2;

    private HapJavaMain() {}

    /** Runs until the process ends. */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        HapJavaKeys keys = HapJavaKeys.at(Path.of(arguments[2]), arguments[1]);
        HomekitServer server = new HomekitServer(InetAddress.getLoopbackAddress(), port);
        HomekitRoot bridge =
                server.createBridge(keys, "Bench Bridge", CATEGORY, "Bench", "Bench", "1", "1.0.0", "1.0.0");
        int lamps = Integer.parseInt(arguments[3]);
        int sensors = Integer.parseInt(arguments[4]);
        for (int i = 1; i <= lamps; i++) {
            bridge.addAccessory(new HapJavaLamp(i + 1, "Lamp " + i));
        }
        for (int i = 1; i <= sensors; i++) {
            bridge.addAccessory(new HapJavaSensor(lamps + i + 1, "Sensor " + i));
        }
        bridge.start();
        Thread.currentThread().join();
    }
}
