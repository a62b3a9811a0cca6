// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Value;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends commands to hosts and turns what they answer into what a controller is answered. Stateless. */
final class Commands {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final String BUNDLE = "io.latchkey";

    private Commands() {}

    /** Who sends, in the form that openHAB uses for sources: the bundle and, behind a dollar sign, the actor. */
    static String source(ControllerId controller) {
        return BUNDLE + "$" + controller.text();
    }

    /** Sends a command; what comes of it is the answer to a write. */
    static CompletionStage<Value> send(ItemRegistry registry, String item, ItemCommand command, String source) {
        try {
            return registry.send(item, command, source).handle((done, failure) -> {
                if (failure == null) {
                    return Value.NULL;
                }
                throw failed(item, command, failure);
            });
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failed(item, command, failure));
        }
    }

    /** The answer while the host is away. */
    static CompletionStage<Value> unreachable(String item) {
        return CompletableFuture.failedFuture(
                new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "the host of item " + item + " is away"));
    }

    /** The answer of what can't be told anything. */
    static CompletionStage<Value> readOnly(String what) {
        return CompletableFuture.failedFuture(
                new HapStatusException(HapStatus.READ_ONLY, what + " takes no such command"));
    }

    /** Ends the answer to a write; what a contributor didn't do in time has timed out. */
    static void answer(CompletableFuture<Value> answer, Value value, Throwable failure) {
        if (failure == null) {
            answer.complete(value);
            return;
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        answer.completeExceptionally(
                cause instanceof ContributorException
                        ? new HapStatusException(HapStatus.TIMED_OUT, cause.getMessage())
                        : cause);
    }

    private static HapStatusException failed(String item, ItemCommand command, Throwable failure) {
        LOG.warn("Item {} didn't take the command {}: {}", item, command.text(), failure.getMessage());
        return new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "item " + item + " didn't take the command");
    }
}
