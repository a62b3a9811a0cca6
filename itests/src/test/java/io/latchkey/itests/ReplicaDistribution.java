// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.conformance.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The unpacked distribution with three bridges of one name, which needs all that DNS escapes and more. */
final class ReplicaDistribution implements AutoCloseable {
    private static final InstanceName NAME = new InstanceName("Mia's B\u00fcro 2");
    private static final Duration READY = Duration.ofSeconds(90);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    /** The test home is one more. */
    private static final int MOST = 148;

    /** The bridges. */
    enum Bridge {
        /** On the IPv4 loopback, announced. */
        IPV4("127.0.0.1", "item:" + ReplicaItems.SMALL + "*", true),
        /** On the IPv6 loopback. */
        IPV6("::1", "item:" + ReplicaItems.SMALL + "*", false),
        /** With as many accessories as one may have. */
        FULL("127.0.0.1", "*", false);

        private final String address;
        private final String selection;
        private final boolean announced;

        Bridge(String address, String selection, boolean announced) {
            this.address = address;
            this.selection = selection;
            this.announced = announced;
        }

        boolean isAnnounced() {
            return announced;
        }
    }

    private final Map<Bridge, InetSocketAddress> addresses = new EnumMap<>(Bridge.class);
    private final KarafProcess karaf;

    private ReplicaDistribution(Path folder) throws IOException, InterruptedException {
        Map<String, String> etc = new HashMap<>();
        for (Bridge bridge : Bridge.values()) {
            addresses.put(bridge, new InetSocketAddress(InetAddress.getByName(bridge.address), KarafFolder.freePort()));
            etc.put("io.latchkey.bridge-" + bridge + ".cfg", configuration(bridge));
        }
        Path items = Files.writeString(folder.resolve("items.json"), ReplicaItems.json(MOST));
        etc.put("io.latchkey.host.local.cfg", "file = " + items + "\n");
        karaf = KarafProcess.unpack(folder, etc);
    }

    /** Unpacks and starts it. */
    static ReplicaDistribution start() throws IOException, InterruptedException {
        ReplicaDistribution distribution = new ReplicaDistribution(Built.fresh("apple-replica"));
        try {
            distribution.begin();
            distribution.karaf.deployTestHome();
            return distribution;
        } catch (IOException | AssertionError failed) {
            distribution.close();
            throw failed;
        }
    }

    /** One of its bridges, to be restarted with all others. */
    Target target(Bridge bridge) {
        return new Target() {
            @Override
            public InetSocketAddress address() {
                return addresses.get(bridge);
            }

            @Override
            public InstanceName name() {
                return NAME;
            }

            @Override
            public SetupCode code() {
                return FrameworkBridge.CODE;
            }

            @Override
            public boolean restart() throws IOException {
                return ReplicaDistribution.this.restart();
            }

            @Override
            public void close() {}
        };
    }

    /** The log since it was unpacked. */
    Path log() {
        return karaf.home().resolve("data/log/karaf.log");
    }

    @Override
    public void close() {
        karaf.close();
    }

    private boolean restart() throws IOException {
        try {
            karaf.stop();
            begin();
            return true;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException(ended);
        }
    }

    private void begin() throws IOException {
        karaf.start();
        for (InetSocketAddress address : addresses.values()) {
            Eventually.until(READY, "a bridge at " + address, () -> isListening(address));
        }
    }

    private static boolean isListening(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) CONNECT.toMillis());
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private String configuration(Bridge bridge) {
        return "id = " + bridge + "\nname = Mia's B\\u00fcro 2\nbindAddress = " + bridge.address + "\nport = "
                + addresses.get(bridge).getPort() + "\nmdns = " + bridge.announced + "\nselection = " + bridge.selection
                + "\nsetupCode = " + FrameworkBridge.CODE.text() + "\n";
    }
}
