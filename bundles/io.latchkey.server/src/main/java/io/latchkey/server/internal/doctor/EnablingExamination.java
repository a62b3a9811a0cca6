// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.EnablingStatus;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.ExaminedBridge;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks whether controllers may use the bridges that an item switches. Waits for nothing. */
@Component(service = Examination.class)
public final class EnablingExamination implements Examination {
    private final BridgeRuntime runtime;

    /** Looks at what these bridges tell of themselves. */
    @Activate
    public EnablingExamination(@Reference BridgeRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public String subject() {
        return "the items that switch bridges";
    }

    @Override
    public CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> bridges) {
        List<String> asked = bridges.stream().map(ExaminedBridge::id).toList();
        return CompletableFuture.completedFuture(runtime.enabling().stream()
                .filter(each -> asked.contains(each.bridge()))
                .map(EnablingExamination::diagnosis)
                .toList());
    }

    private static Diagnosis diagnosis(EnablingStatus status) {
        String state = status.enabled() ? "on" : "off";
        if (status.trouble().isEmpty()) {
            return Diagnosis.right(
                    "bridge-enabled",
                    status.bridge(),
                    "Item " + status.item() + " has switched it " + state + ": controllers "
                            + (status.enabled() ? "may use it." : "stay paired and are refused."));
        }
        return Diagnosis.mend(
                "enabling-item",
                status.bridge(),
                "The bridge is " + state + ", and nobody can switch it: "
                        + status.trouble().orElseThrow() + ".",
                "Whether controllers may use its accessories depends on that item.",
                "Make the item or give it a state that is on or off; or change the setting enabledBy of the bridge.");
    }
}
