// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.BridgeProcess;
import io.latchkey.itests.Built;
import io.latchkey.itests.FrameworkBridge;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** {@link StormMain} in its process, and one controller's keys for it. */
final class RemoteVictim implements AutoCloseable {
    private static final String LUX = "6B";

    private final ControllerKeys keys = WireClient.newKeys("admin");
    private final BridgeProcess process;
    private final Path log;
    private final InetSocketAddress address;
    private final ControllerKeys.Peer peer;
    private final List<String> meters;
    private int asked;

    RemoteVictim(int meters) throws IOException {
        Path folder = Built.fresh("hostile-storm");
        log = folder.resolve("bridge.log");
        process = BridgeProcess.start(
                StormMain.class, List.of("-Xmx256m"), log, List.of(folder.toString(), Integer.toString(meters)));
        address = process.address();
        peer = WireClient.pair(address, keys, FrameworkBridge.CODE);
        try (WireClient session = session()) {
            var accessories = session.accessories();
            this.meters = IntStream.range(0, meters)
                    .mapToObj(meter -> Accessories.find(accessories, "Meter " + meter, LUX))
                    .toList();
        }
    }

    /**
     * Its memory, in KiB, and its threads by family.
     *
     * @param heap what can't be collected
     * @param direct buffers outside of the heap
     * @param resident what the process occupies
     */
    record Memory(long heap, long direct, long resident, String threads) {
        @Override
        public String toString() {
            return "heap " + heap + " direct " + direct + " resident " + resident + " KiB, threads " + threads;
        }
    }

    InetSocketAddress address() {
        return address;
    }

    /** The readings of all meters, as aid.iid. */
    List<String> meters() {
        return meters;
    }

    /** Opens a verified session. */
    WireClient session() throws IOException {
        return WireClient.verified(address, keys, peer);
    }

    /** Opens a verified session whose end can hold only so many bytes that nobody has read. */
    WireClient session(int receiveBuffer) throws IOException {
        return WireClient.verified(HapWire.connect(HapWire.BRIDGE, address, receiveBuffer), keys, peer);
    }

    synchronized Memory memory() throws IOException {
        String[] words = ask("memory").split(" ", 4);
        return new Memory(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]), words[3]);
    }

    synchronized int sessions() throws IOException {
        return Integer.parseInt(ask("sessions"));
    }

    /** Lets the host change that often in a second. */
    synchronized void storm(int rate, int changes) throws IOException {
        process.tell("storm " + rate + " " + changes);
    }

    /** When the storm began, in milliseconds of the clock. */
    long stormBegan() {
        return Long.parseLong(process.said("storm-began "));
    }

    /** How many milliseconds the storm has lasted, once it is over. */
    long stormEnded() {
        return Long.parseLong(process.said("storm-ended "));
    }

    /** What it has logged of that level. */
    List<String> logged(String level) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains("] " + level))
                .toList();
    }

    /** Stops it in peace and gives its exit status. */
    int stop() throws IOException, InterruptedException {
        return process.stop();
    }

    @Override
    public void close() throws IOException {
        process.close();
    }

    private String ask(String what) throws IOException {
        String question = what + " " + ++asked;
        process.tell(question);
        return process.said(question + " ");
    }
}
