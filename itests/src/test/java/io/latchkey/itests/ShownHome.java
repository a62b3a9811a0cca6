// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What the bridge {@code home} of a framework says of itself, and waiting for it. */
abstract class ShownHome {
    /** How long anything may take that doesn't wait for a clock. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String BRIDGE = "home";

    /** The framework that it runs in at the moment. */
    abstract FelixRuntime runtime();

    /** Waits until the accessory of that key is there. */
    final void awaitPresent(String key) {
        awaitShown(key, () -> accessories().stream().anyMatch(each -> each.key().equals(key) && each.present()));
    }

    /** Waits until all accessories, at least as many, are there, and the port is open. */
    final void awaitAttached(int least) {
        awaitShown(
                "all accessories to be there",
                () -> ready().isPresent() && accessories().size() >= least && absent().isEmpty());
    }

    /** The accessories that aren't there, by name. */
    final List<String> absent() {
        return accessories().stream()
                .filter(each -> !each.present())
                .map(AccessoryStatus::name)
                .toList();
    }

    /** All accessories, there or not. */
    final List<AccessoryStatus> accessories() {
        return runtime().service(BridgeRuntime.class).accessories(BRIDGE);
    }

    /** How the bridge is once it is ready. */
    final BridgeStatus status() {
        return Eventually.present(PATIENCE, "the bridge to be ready", this::ready);
    }

    /** How the bridge is, empty when the bundle that runs it is away. */
    final Optional<BridgeStatus> bridge() {
        return runtime()
                .find(BridgeRuntime.class)
                .flatMap(bridges -> bridges.bridges().stream()
                        .filter(each -> each.id().equals(BRIDGE))
                        .findFirst());
    }

    /** The same, empty also while its port is closed. */
    final Optional<BridgeStatus> ready() {
        return bridge().filter(each -> each.state() == BridgeStatus.State.READY);
    }

    private void awaitShown(String what, Callable<Boolean> condition) {
        try {
            Eventually.until(PATIENCE, what, condition);
        } catch (AssertionError late) {
            throw new AssertionError(
                    late.getMessage() + "; accessories " + accessories() + ", absent " + absent() + ", " + bridge(),
                    late);
        }
    }
}
