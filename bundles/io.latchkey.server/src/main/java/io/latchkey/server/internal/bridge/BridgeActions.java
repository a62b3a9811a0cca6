// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.store.Configuration;
import io.latchkey.server.internal.database.PublishedAccessory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/** Changes a running bridge on a person's word, on work threads. */
final class BridgeActions {
    private final Bridge bridge;
    private final Workers workers;

    BridgeActions(Bridge bridge, Workers workers) {
        this.bridge = bridge;
        this.workers = workers;
    }

    CompletionStage<Void> reset() {
        return change(inside -> {
            inside.trust().reset();
            inside.configuration()
                    .change(now ->
                            new Configuration(ConfigurationNumber.FIRST, now.shapeHash(), now.port(), now.firmware()));
            bridge.renew();
            return null;
        });
    }

    CompletionStage<Void> removePairing(ControllerId controller) {
        return change(inside -> {
            if (inside.trust().find(controller).isEmpty()) {
                throw new IllegalArgumentException("the bridge has no pairing with " + controller);
            }
            inside.trust().remove(controller);
            return null;
        });
    }

    CompletionStage<SetupCode> newSetupCode() {
        return change(inside -> inside.trust().newSetupCode());
    }

    CompletionStage<Void> identify(AccessoryId accessory) {
        return change(inside -> {
            PublishedAccessory found = inside.database().snapshot().accessories().stream()
                    .filter(each -> each.aid().equals(accessory))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the bridge has no accessory " + accessory));
            bridge.identify(found);
            return null;
        });
    }

    private <T> CompletionStage<T> change(Function<Bridge.Inside, T> change) {
        CompletableFuture<T> done = new CompletableFuture<>();
        try {
            workers.work().execute(() -> run(change, done));
        } catch (RejectedExecutionException full) {
            done.completeExceptionally(new IllegalStateException("the bridge is too busy: try again"));
        }
        return done;
    }

    private <T> void run(Function<Bridge.Inside, T> change, CompletableFuture<T> done) {
        try {
            done.complete(change.apply(bridge.inside()
                    .orElseThrow(() -> new IllegalStateException("the bridge is still starting: try again"))));
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }
}
