// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.bridge.BridgeHealth;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.server.internal.bridge.ExaminedBridges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What bridges know of themselves, in the words of the doctor: whether they can be reached and paired with, whether their
 * memory can be written, and what isn't there. Both examinations that are asked wait for nothing.
 */
@Component(service = BridgeHealth.class)
public final class KnownDiagnoses implements BridgeHealth {
    private static final String OF_CONTROLLERS = "controller-";

    private final ExaminedBridges bridges;
    private final TrustExamination trust;
    private final HomeExamination home;

    /** Asks these bridges. */
    @Activate
    public KnownDiagnoses(@Reference ExaminedBridges bridges, @Reference BridgeRuntime runtime) {
        this.bridges = bridges;
        this.trust = new TrustExamination(bridges);
        this.home = new HomeExamination(runtime);
    }

    @Override
    public List<Diagnosis> diagnoses() {
        List<ExaminedBridge> examined = bridges.examined();
        List<Diagnosis> seen = new ArrayList<>();
        examined.forEach(bridge -> storeTrouble(bridge).ifPresent(seen::add));
        Stream.of(trust.examine(examined), home.examine(examined))
                .map(CompletionStage::toCompletableFuture)
                .flatMap(stage -> stage.join().stream())
                .map(KnownDiagnoses::withoutController)
                .forEach(seen::add);
        seen.addAll(BridgeWords.of(examined, seen));
        return List.copyOf(seen);
    }

    private Optional<Diagnosis> storeTrouble(ExaminedBridge bridge) {
        return bridges.storeTrouble(bridge.id())
                .map(why -> Diagnosis.mend(
                        "store-unwritable",
                        bridge.id(),
                        "The last change of its memory couldn't be stored: " + why + ".",
                        "Nobody can pair or be removed, and new accessories don't appear, until its store can be written.",
                        "Do what is said there; latchkey:doctor says more of the store."));
    }

    /** Who it is belongs to the console, and not to what is sent to a monitor. */
    private static Diagnosis withoutController(Diagnosis seen) {
        if (!seen.code().startsWith(OF_CONTROLLERS)) {
            return seen;
        }
        return new Diagnosis(
                seen.code(),
                seen.severity(),
                seen.bridge(),
                "A controller comes again and again and is kept out; latchkey:doctor says which one.",
                seen.why(),
                seen.cure());
    }
}
