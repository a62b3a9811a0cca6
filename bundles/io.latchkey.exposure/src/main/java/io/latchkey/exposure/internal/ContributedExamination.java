// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.bridge.ContributorDiagnosis;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.concurrent.ContributorFailure;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks which accessory types and item registries fail or don't return, and whom that concerns. Waits for nothing. */
@Component(service = Examination.class)
public final class ContributedExamination implements Examination {
    private final Exposure exposure;

    /** Looks at what was noted of its types and registries. */
    @Activate
    public ContributedExamination(@Reference Exposure exposure) {
        this.exposure = exposure;
    }

    @Override
    public String subject() {
        return "the accessory types and the items";
    }

    @Override
    public CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> bridges) {
        List<ContributorFailure> failures = exposure.failures().stream()
                .filter(each -> each.contributor().startsWith(InstalledTypes.CONTRIBUTOR)
                        || each.contributor().startsWith(InstalledHosts.CONTRIBUTOR))
                .toList();
        return CompletableFuture.completedFuture(
                ContributorDiagnosis.of(failures, exposure::served).stream().toList());
    }
}
