// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.cm.Configuration;

/** A bridge in a framework, made by configuration, on the loopback and a free port. */
public final class FrameworkBridge {
    /** The setup code of all bridges of tests. */
    public static final SetupCode CODE = SetupCode.of("518-26-305");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FelixRuntime runtime;
    private final String id;
    private final Configuration configuration;

    private FrameworkBridge(FelixRuntime runtime, String id, Configuration configuration) {
        this.runtime = runtime;
        this.id = id;
        this.configuration = configuration;
    }

    /** Configures a bridge of that id that isn't announced, and waits until it is ready. */
    static FrameworkBridge start(FelixRuntime runtime, String id) throws IOException {
        return start(runtime, id, Map.of());
    }

    /** Configures a bridge with more settings than the usual ones, and waits until it is ready. */
    public static FrameworkBridge start(FelixRuntime runtime, String id, Map<String, Object> more) throws IOException {
        Map<String, Object> settings = settings(id);
        settings.putAll(more);
        FrameworkBridge bridge = new FrameworkBridge(runtime, id, runtime.configureBridge(id, settings));
        bridge.status();
        return bridge;
    }

    static Map<String, Object> settings(String id) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("name", "Test " + id);
        settings.put("bindAddress", "127.0.0.1");
        settings.put("port", 0);
        settings.put("mdns", false);
        settings.put("setupCode", CODE.text());
        return settings;
    }

    /** How it is once it is ready. */
    BridgeStatus status() {
        return Eventually.present(
                PATIENCE,
                "bridge " + id + " to be ready",
                () -> bridges().bridges().stream()
                        .filter(each -> each.id().equals(id) && each.state() == BridgeStatus.State.READY)
                        .findFirst());
    }

    /** The further bridge of that number, which the same configuration runs; waits until it is ready. */
    FrameworkBridge further(int number) {
        FrameworkBridge further = new FrameworkBridge(runtime, id + "-" + number, configuration);
        further.status();
        return further;
    }

    /** Takes its configuration away and waits until it is no more. */
    void end() throws IOException {
        configuration.delete();
        Eventually.until(
                PATIENCE,
                "the end of bridge " + id,
                () -> bridges().bridges().stream().noneMatch(each -> each.id().equals(id)));
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return status().address().orElseThrow();
    }

    List<AccessoryStatus> accessories() {
        return bridges().accessories(id);
    }

    Configuration configuration() {
        return configuration;
    }

    /** The instance name that its record has, or would have. */
    public InstanceName name() {
        return new InstanceName(status().name());
    }

    /** Pairs a controller. */
    public ControllerKeys.Peer pair(ControllerKeys keys) throws IOException {
        return WireClient.pair(name(), address(), keys, CODE);
    }

    /** Opens a verified session of a controller that is paired. */
    public WireClient session(ControllerKeys keys, ControllerKeys.Peer peer) throws IOException {
        return WireClient.verified(name(), address(), keys, peer);
    }

    private BridgeRuntime bridges() {
        return runtime.service(BridgeRuntime.class);
    }
}
