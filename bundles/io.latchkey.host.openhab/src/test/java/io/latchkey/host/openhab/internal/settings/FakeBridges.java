// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.RefusedSetting;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.identity.SetupPayload;
import io.latchkey.api.provider.Absence;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Bridges as a test wants them; remembers what was asked of them. */
final class FakeBridges {
    static final SetupCode CODE = SetupCode.of("482-13-975");

    final List<String> asked = new ArrayList<>();
    Optional<RuntimeException> trouble = Optional.empty();
    private final Map<String, BridgeStatus> all = new TreeMap<>();
    private final List<AbsentAccessory> absent = new ArrayList<>();
    private final Map<String, String> configurations = new HashMap<>();
    private Optional<RefusedSetting> refused = Optional.empty();
    private InetSocketAddress address = new InetSocketAddress(20_001);

    /** A bridge that runs, with a code to show unless it is paired. */
    void ready(String id, SetupCode code, int controllers) {
        Optional<SetupCode> shown = controllers > 0 ? Optional.empty() : Optional.of(code);
        put(id, BridgeStatus.State.READY, controllers, shown, Optional.empty());
    }

    /** A bridge that runs although something is wrong. */
    void readyWith(String id, String problem) {
        put(id, BridgeStatus.State.READY, 0, Optional.of(CODE), Optional.of(problem));
    }

    /** Where bridges listen from now on. */
    void listenAt(int another) {
        address = new InetSocketAddress(another);
    }

    /** They listen on one address only from now on. */
    void listenAt(InetAddress only) {
        address = new InetSocketAddress(only, 20_001);
    }

    /** A bridge goes. */
    void end(String id) {
        all.remove(id);
    }

    /** A bridge that is not there for controllers. */
    void state(String id, BridgeStatus.State state, String problem) {
        put(id, state, 0, Optional.empty(), Optional.of(problem));
    }

    static SetupPayload payload(SetupCode code) {
        return new SetupPayload(code, new SetupId("7OSX"), AccessoryCategory.BRIDGE);
    }

    /** A further bridge that another one has opened. */
    void further(String id, String first) {
        ready(id, CODE, 0);
        configurations.put(id, "io.latchkey.bridge~" + first);
        ready(id, CODE, 0);
    }

    /** A bridge that goes on, or doesn't run, because a setting was refused. */
    void refused(String id, BridgeStatus.State state, String key, Optional<String> inForce) {
        refused = Optional.of(new RefusedSetting(key, "is refused in English", inForce));
        put(id, state, 0, Optional.empty(), refused.map(RefusedSetting::text));
        refused = Optional.empty();
    }

    private void put(
            String id, BridgeStatus.State state, int controllers, Optional<SetupCode> code, Optional<String> problem) {
        all.put(
                id,
                new BridgeStatus(
                        id,
                        "Bridge <" + id + ">",
                        state,
                        state == BridgeStatus.State.READY ? Optional.of(address) : Optional.empty(),
                        Optional.empty(),
                        controllers,
                        1,
                        0,
                        ConfigurationNumber.FIRST,
                        code,
                        code.map(FakeBridges::payload),
                        problem,
                        refused,
                        configurations.getOrDefault(id, "io.latchkey.bridge~" + id)));
    }

    /** An accessory of all bridges isn't there. */
    void absent(String name, String reason) {
        absent.add(new AbsentAccessory(
                "home",
                "exposure",
                "openhab:" + name,
                name,
                Optional.empty(),
                new Absence(Absence.Cause.MISSING, reason),
                Instant.EPOCH,
                List.of(),
                Optional.empty(),
                Optional.empty()));
    }

    /** What shows them. */
    BridgeRuntime runtime() {
        return answering(BridgeRuntime.class);
    }

    /** What changes them. */
    BridgeControl control() {
        return answering(BridgeControl.class);
    }

    List<BridgeStatus> bridges() {
        return List.copyOf(all.values());
    }

    private <T> T answering(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "bridges" -> bridges();
                    case "absent" -> List.copyOf(absent);
                    case "reset", "newSetupCode" -> ask(method.getName() + " " + arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }

    private CompletionStage<Object> ask(String what) {
        asked.add(what);
        return trouble.<CompletionStage<Object>>map(CompletableFuture::failedFuture)
                .orElseGet(() -> CompletableFuture.completedFuture(CODE));
    }
}
