// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.store.BridgeMemory;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Changes bridges on a person's word. Methods return at once; their stages end when the change is durable and fail with
 * an {@link IllegalArgumentException} that names the bridge when there is none of that id.
 */
@ProviderType
public interface BridgeControl {

    /** Makes the bridge a new one: new identity, no pairings, new setup code. Its accessories stay, their ids too. */
    CompletionStage<Void> reset(String bridge);

    /** Removes a pairing as its controller would; removing the last admin removes all. */
    CompletionStage<Void> removePairing(String bridge, ControllerId controller);

    /**
     * Makes a new setup code; fails with an {@link IllegalStateException} when the bridge is paired or its code is
     * configured.
     */
    CompletionStage<SetupCode> newSetupCode(String bridge);

    /** Lets an accessory show itself. */
    CompletionStage<Void> identify(String bridge, AccessoryId accessory);

    /**
     * Takes absent accessories out of Home, with their rooms, scenes and automations there; of one that is there, its
     * absent parts.
     *
     * @param bridge the id of the bridge that shows them
     * @param accessories what {@link BridgeRuntime#absent} told; the stage fails with an {@link IllegalArgumentException}
     *     when one of them can't be pruned now, and nothing is taken then
     */
    CompletionStage<Void> prune(String bridge, Collection<AbsentAccessory> accessories);

    /**
     * Gives the ids and the place of an absent accessory to one that is there and has its services, such as one whose item
     * was renamed. The stage fails with an {@link IllegalArgumentException} that says why it can't be done.
     *
     * @param absent what {@link BridgeRuntime#absent} told
     * @param successor the key of an accessory of the same provider
     */
    CompletionStage<Void> adopt(AbsentAccessory absent, String successor);

    /** Deletes all that is stored of a bridge that isn't configured any more. */
    CompletionStage<Void> purge(String bridge);

    /** Copies all that is stored of a bridge into one owner-only file, which loses the trust that it loses; tells where it is. */
    CompletionStage<Path> backup(String bridge);

    /**
     * Changes all that is remembered of a bridge, in one transaction while it rests: it and its further bridges stop with
     * all their sessions, the change is made, and they start again from what is remembered then.
     *
     * @param bridge the id of a bridge that a configuration names and that runs
     * @param change pure and fast; when it throws or can't be stored nothing has changed, the bridges start again as they
     *     were, and the stage fails with what was thrown
     */
    CompletionStage<Void> replace(String bridge, UnaryOperator<BridgeMemory> change);

    /**
     * Runs something on {@code latchkey-disk} while bridges rest, so that it may change what is stored of several: they and
     * their further bridges stop with all their sessions, and start again from what is stored then, whatever came of it.
     *
     * @param bridges the ids of bridges that a configuration names and that run; none is as good as several
     * @param work what to do; the stage fails with what it throws
     */
    CompletionStage<Void> whileAtRest(Collection<String> bridges, Runnable work);
}
