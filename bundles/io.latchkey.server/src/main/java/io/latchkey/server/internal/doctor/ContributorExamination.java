// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.bridge.ContributorDiagnosis;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.concurrent.ContributorFailure;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.server.internal.bridge.ExaminedBridges;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.work.CallLanes.ContributorName;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks who fails or doesn't return of those whose code bridges call themselves: providers, extensions, verbs. Accessory
 * types and item registries are left to bundle {@code exposure}, which calls them. Waits for nothing.
 */
@Component(service = Examination.class)
public final class ContributorExamination implements Examination {
    private static final List<String> OF_EXPOSURE = List.of("accessory type ", "item registry ");
    private static final String PROVIDER = "accessory provider ";

    private final Contributors contributors;
    private final ExaminedBridges bridges;

    /** Looks at what was noted of these, and at what those bridges show of them. */
    @Activate
    public ContributorExamination(@Reference Contributors contributors, @Reference ExaminedBridges bridges) {
        this.contributors = contributors;
        this.bridges = bridges;
    }

    @Override
    public String subject() {
        return "the bundles that contribute";
    }

    @Override
    public CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> examined) {
        List<ContributorFailure> failures = contributors.failures().stream()
                .filter(each -> OF_EXPOSURE.stream().noneMatch(each.contributor()::startsWith))
                .toList();
        return CompletableFuture.completedFuture(ContributorDiagnosis.of(
                        failures,
                        contributor -> served(examined, contributor).stream()
                                .map(PublishedAccessory::name)
                                .toList())
                .stream()
                .toList());
    }

    private List<PublishedAccessory> served(List<ExaminedBridge> examined, String contributor) {
        return examined.stream()
                .flatMap(bridge -> bridges.shown(bridge.id()).stream())
                .flatMap(shown -> shown.accessories().stream())
                .filter(each -> contributor.equals(PROVIDER + each.provider()) || isExtended(each, contributor))
                .toList();
    }

    private static boolean isExtended(PublishedAccessory accessory, String contributor) {
        ContributorName name = new ContributorName(contributor);
        return accessory.services().stream()
                .flatMap(service -> service.characteristics().stream())
                .anyMatch(each -> each.lane().contributor().equals(name));
    }
}
