// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.server.internal.database.PublishedAccessory;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/** Changes a running bridge on a person's word; returns at once. */
final class BridgeActions {
    private final Bridge bridge;
    private final BridgeGroup group;

    /**
     * Prepares them.
     *
     * @param group the bridges of its configuration
     */
    BridgeActions(Bridge bridge, BridgeGroup group) {
        this.bridge = bridge;
        this.group = group;
    }

    CompletionStage<Void> reset() {
        return change(loaded -> loaded.trust().reset().thenCompose(done -> bridge.renew()));
    }

    CompletionStage<Void> removePairing(ControllerId controller) {
        return change(loaded -> loaded.trust().remove(controller));
    }

    CompletionStage<SetupCode> newSetupCode() {
        return change(loaded -> loaded.trust().newSetupCode());
    }

    CompletionStage<Void> identify(AccessoryId accessory) {
        return change(loaded -> {
            PublishedAccessory found = loaded.database().snapshot().accessories().stream()
                    .filter(each -> each.aid().equals(accessory))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the bridge has no accessory " + accessory));
            bridge.identify(found);
            return CompletableFuture.completedFuture(null);
        });
    }

    CompletionStage<Void> prune(Collection<AbsentAccessory> accessories) {
        return change(loaded -> group.offering().prune(accessories));
    }

    CompletionStage<Void> adopt(AbsentAccessory absent, String successor) {
        return change(loaded -> group.offering().adopt(absent, successor));
    }

    private <T> CompletionStage<T> change(Function<LoadedBridge, CompletionStage<T>> change) {
        Optional<LoadedBridge> loaded = bridge.loaded();
        if (loaded.isEmpty()) {
            return CompletableFuture.failedFuture(new IllegalStateException("the bridge is still starting: try again"));
        }
        try {
            return change.apply(loaded.get());
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(new IllegalStateException("the bridge is too busy: try again"));
        } catch (IllegalArgumentException wrong) {
            return CompletableFuture.failedFuture(wrong);
        }
    }
}
