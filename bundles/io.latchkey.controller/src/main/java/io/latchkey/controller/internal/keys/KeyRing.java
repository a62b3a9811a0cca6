// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.keys;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.controller.internal.link.PeerConnection;
import io.latchkey.pairing.Credentials;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The keys of this controller and of the accessories that it is paired with: what a stage here says was changed is kept as
 * its {@link KeyPlace} keeps it. Reads and changes happen on the threads of that place.
 */
public final class KeyRing {
    private final KeyPlace place;
    private final Workers workers;
    private final SecureRandom random;

    /** Reads and writes that place. */
    public KeyRing(KeyPlace place, Workers workers, SecureRandom random) {
        this.place = place;
        this.workers = workers;
        this.random = random;
    }

    /**
     * Our keys together with one accessory.
     *
     * @param own ours
     * @param accessory its
     */
    public record Known(ControllerKeys own, ControllerKeys.Peer accessory) {}

    /** Our keys; made and kept when there are none. */
    public CompletionStage<ControllerKeys> own() {
        return PeerConnection.compute(() -> Credentials.newControllerKeys(random), workers)
                .thenCompose(made -> change(kept -> Optional.of(kept.orElse(made))))
                .thenApply(Optional::orElseThrow);
    }

    /**
     * The keys for one accessory; fails with {@link Reason#NOT_PAIRED} when there are none.
     *
     * @param who the accessory, for messages
     */
    public CompletionStage<Known> of(DeviceId accessory, String who) {
        return load().thenApply(
                        keys -> keys.flatMap(own -> find(own, accessory)).orElseThrow(() -> notPaired(who)));
    }

    /** The accessories that there are keys of. */
    public CompletionStage<List<DeviceId>> paired() {
        return load().thenApply(keys -> keys.map(ControllerKeys::peers).orElse(List.of()).stream()
                .map(ControllerKeys.Peer::accessory)
                .toList());
    }

    /**
     * Keeps an accessory; fails with {@link Reason#OTHER_KEY} when there is another key of one that calls itself so.
     *
     * @param own the keys that it knows us by
     * @param who the accessory, for messages
     */
    public CompletionStage<Void> add(ControllerKeys own, ControllerKeys.Peer accessory, String who) {
        return change(kept -> Optional.of(with(
                        kept.filter(each -> each.id().equals(own.id())).orElse(own), accessory)))
                .thenAccept(kept -> {
                    if (!kept.orElseThrow().peers().contains(accessory)) {
                        String known = "Device ID " + accessory.accessory();
                        throw new CompletionException(new ControllerException(Reason.OTHER_KEY, who, known));
                    }
                });
    }

    /** Forgets an accessory; nothing happens when it is not known. */
    public CompletionStage<Void> remove(DeviceId accessory) {
        return change(kept -> kept.map(now -> new ControllerKeys(now.id(), now.seed(), without(now, accessory))))
                .thenApply(done -> null);
    }

    private static ControllerKeys with(ControllerKeys keys, ControllerKeys.Peer accessory) {
        if (find(keys, accessory.accessory()).isPresent()) {
            return keys;
        }
        List<ControllerKeys.Peer> peers = new ArrayList<>(keys.peers());
        peers.add(accessory);
        return new ControllerKeys(keys.id(), keys.seed(), peers);
    }

    private static List<ControllerKeys.Peer> without(ControllerKeys keys, DeviceId accessory) {
        List<ControllerKeys.Peer> peers = new ArrayList<>(keys.peers());
        peers.removeIf(peer -> peer.accessory().equals(accessory));
        return peers;
    }

    private static Optional<Known> find(ControllerKeys keys, DeviceId accessory) {
        return keys.peers().stream()
                .filter(peer -> peer.accessory().equals(accessory))
                .map(peer -> new Known(keys, peer))
                .findFirst();
    }

    private static CompletionException notPaired(String who) {
        return new CompletionException(new ControllerException(Reason.NOT_PAIRED, who, ""));
    }

    private CompletionStage<Optional<ControllerKeys>> load() {
        return there(place::load);
    }

    private CompletionStage<Optional<ControllerKeys>> change(UnaryOperator<Optional<ControllerKeys>> change) {
        return there(() -> place.change(change));
    }

    /** What follows goes on on {@code latchkey-home}. */
    private <T> CompletionStage<T> there(Supplier<T> task) {
        return CompletableFuture.completedFuture(task)
                .thenApplyAsync(Supplier::get, place.threads())
                .thenApplyAsync(Function.identity(), workers.home());
    }
}
