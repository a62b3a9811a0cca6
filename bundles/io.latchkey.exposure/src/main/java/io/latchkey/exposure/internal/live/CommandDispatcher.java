// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Value;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends commands to the items of one host, on the thread of the caller, who keeps them in order. What the host answers is
 * the answer to the write that they came from. Safe for all threads.
 *
 * @param host whose items they are; may be away
 */
record CommandDispatcher(Host host) {
    /** Who sends what no controller asked for, in the form that openHAB uses for sources: the bundle. */
    static final String SOURCE = "io.latchkey";

    private static final Logger LOG = LoggerFactory.getLogger(CommandDispatcher.class);

    /** Who sends what a controller asked for: the bundle and, behind a dollar sign, the actor. */
    static String source(ControllerId controller) {
        return SOURCE + "$" + controller.text();
    }

    /** Sends a command; fails with a status of HomeKit. */
    CompletionStage<Value> send(String item, ItemCommand command, String source) {
        Optional<ItemRegistry> registry = host.registry();
        if (registry.isEmpty()) {
            return CompletableFuture.failedFuture(
                    new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "the host of item " + item + " is away"));
        }
        try {
            return registry.get().send(item, command, source).handle((done, failure) -> {
                if (failure == null) {
                    return Value.NULL;
                }
                throw failed(item, command, failure);
            });
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failed(item, command, failure));
        }
    }

    private static HapStatusException failed(String item, ItemCommand command, Throwable failure) {
        LOG.warn("Item {} didn't take the command {}: {}", item, command.text(), failure.getMessage());
        return new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "item " + item + " didn't take the command");
    }
}
