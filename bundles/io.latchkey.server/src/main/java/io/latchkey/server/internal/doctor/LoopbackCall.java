// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.controller.AccessoryClient;
import io.latchkey.api.controller.AccessoryClients;
import io.latchkey.api.controller.AccessoryDescription;
import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.ClientListener;
import io.latchkey.api.controller.TimeLimits;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.server.internal.bridge.ShadowBridge;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/**
 * What our controller does at one shadow bridge, from pairing to leaving. What it can't do fails, in words of the step that
 * failed; a reading that takes long, or an event that doesn't come, is a result. Waits for nothing.
 */
final class LoopbackCall {
    private static final TimeLimits LIMITS =
            new TimeLimits(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(5));
    private static final Duration FOR_AN_EVENT = Duration.ofSeconds(2);

    private final AccessoryClients clients;
    private final Workers workers;
    private final ShadowBridge shadow;
    private final CopiedHome home;
    private final ReadTimes times;
    private final CompletableFuture<Boolean> heard = new CompletableFuture<>();

    LoopbackCall(AccessoryClients clients, Workers workers, ShadowBridge shadow, CopiedHome home, ReadTimes times) {
        this.clients = clients;
        this.workers = workers;
        this.shadow = shadow;
        this.home = home;
        this.times = times;
    }

    /** Does it all. */
    CompletionStage<LoopbackResult> make() {
        long begunAt = workers.nanoTime();
        return named("pairing", clients.pair(shadow.address(), shadow.code())).thenCompose(accessory -> {
            AccessoryClient client = clients.open(accessory, shadow.address(), new Ear(), LIMITS);
            return named("reading", client.accessories())
                    .thenCompose(list -> hear(client, list))
                    .thenApply(isHeard -> new LoopbackResult(
                            times.slowerThan(LoopbackResult.SLOW),
                            isHeard,
                            Duration.ofNanos(workers.nanoTime() - begunAt)))
                    .handle(Ended::new)
                    .thenCompose(end -> left(client).thenCompose(gone -> end.stage()));
        });
    }

    /** How the looking has ended, kept while the controller leaves. */
    private record Ended(LoopbackResult result, Throwable failure) {
        CompletionStage<LoopbackResult> stage() {
            return failure == null
                    ? CompletableFuture.completedFuture(result)
                    : CompletableFuture.failedFuture(failure);
        }
    }

    private CompletionStage<Boolean> hear(AccessoryClient client, List<AccessoryDescription> accessories) {
        Optional<CharacteristicId> pulse = accessories.stream()
                .flatMap(accessory -> accessory.services().stream())
                .flatMap(service -> service.characteristic(CopiedHome.PULSE.uuid()).stream())
                .map(CharacteristicReport::id)
                .findFirst();
        if (pulse.isEmpty()) {
            return CompletableFuture.failedFuture(new IllegalStateException("reading: the list isn't complete"));
        }
        return named("subscribing", client.subscribe(List.of(pulse.get()))).thenCompose(subscribed -> {
            home.beat();
            Future<?> end = workers.schedule(FOR_AN_EVENT, () -> heard.complete(false));
            return heard.whenComplete((isHeard, failure) -> end.cancel(false));
        });
    }

    /** Leaves as a phone does that removes an accessory; what keeps it from that costs nothing, both are forgotten. */
    private static CompletionStage<Void> left(AccessoryClient client) {
        return client.unpair().handle((done, failure) -> {
            client.close();
            return null;
        });
    }

    private static <T> CompletionStage<T> named(String step, CompletionStage<T> stage) {
        return stage.handle((result, failure) -> {
            if (failure != null) {
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                throw new IllegalStateException(step + ": " + cause.getMessage(), cause);
            }
            return result;
        });
    }

    /** Hears the event. */
    private final class Ear implements ClientListener {
        @Override
        public void event(List<CharacteristicReport> changes) {
            heard.complete(true);
        }
    }
}
