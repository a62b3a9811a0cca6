// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.controller.AccessoryClients;
import io.latchkey.api.controller.TransientController;
import io.latchkey.api.transport.Transport;
import io.latchkey.server.internal.bridge.ExaminedBridges;
import io.latchkey.server.internal.bridge.ShadowBridge;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.database.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Does with the accessories of each bridge what a phone does: a controller that lives in memory pairs with a
 * {@link ShadowBridge} that shows them, verifies, reads them all, hears an event and leaves. It writes nothing, and no home
 * hears of it; a process that dies meanwhile leaves nothing behind. All bridges are looked at together; nothing here waits.
 */
@Component(service = Examination.class)
public final class LoopbackExamination implements Examination {
    private final Transport transport;
    private final Workers workers;
    private final Contributors contributors;
    private final AccessoryClients clients;
    private final ExaminedBridges bridges;

    /** Looks at what these bridges show, through that controller. */
    @Activate
    public LoopbackExamination(
            @Reference Transport transport,
            @Reference Workers workers,
            @Reference Contributors contributors,
            @Reference AccessoryClients clients,
            @Reference ExaminedBridges bridges) {
        this.transport = transport;
        this.workers = workers;
        this.contributors = contributors;
        this.clients = clients;
        this.bridges = bridges;
    }

    @Override
    public String subject() {
        return "the way from a controller to the accessories";
    }

    @Override
    public CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> examined) {
        TransientController controller = clients.inMemory();
        CompletableFuture<List<Diagnosis>> all = CompletableFuture.completedFuture(List.of());
        for (ExaminedBridge bridge : examined) {
            Optional<Snapshot> shown = bridges.shown(bridge.id());
            if (shown.isPresent()) {
                all = all.thenCombine(look(bridge.id(), shown.get(), controller), LoopbackExamination::joined);
            }
        }
        return all.whenComplete((seen, failure) -> controller.close());
    }

    private CompletionStage<List<Diagnosis>> look(String bridge, Snapshot shown, AccessoryClients controller) {
        List<PublishedAccessory> accessories =
                shown.accessories().stream().filter(each -> !each.isServer()).toList();
        Map<String, PublishedAccessory> byKey =
                accessories.stream().collect(Collectors.toMap(CopiedHome::key, Function.identity()));
        ReadTimes times = new ReadTimes(workers::nanoTime);
        CopiedHome home = new CopiedHome(accessories, times);
        return ShadowBridge.start(transport, workers, contributors, home)
                .thenCompose(shadow -> new LoopbackCall(controller, workers, shadow, home, times)
                        .make()
                        .whenComplete((done, failure) -> shadow.end()))
                .handle((seen, failure) -> failure == null
                        ? seen.diagnoses(bridge, byKey)
                        : List.of(LoopbackResult.failed(bridge, cause(failure))));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
    }

    private static List<Diagnosis> joined(List<Diagnosis> some, List<Diagnosis> more) {
        List<Diagnosis> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
