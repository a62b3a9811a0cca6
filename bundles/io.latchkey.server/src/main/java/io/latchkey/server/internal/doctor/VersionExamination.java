// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.Severity;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Looks whether trouble is known with the versions that Latchkey runs in. Waits for nothing. */
@Component(service = Examination.class)
public final class VersionExamination implements Examination {
    private static final List<KnownTrouble> TROUBLES = List.of(KnownTrouble.KARAF_ON_JAVA_25);

    private final KnownTrouble.HostVersions host;

    /** Looks at what this framework runs in. */
    @Activate
    public VersionExamination(BundleContext context) {
        this(KnownTrouble.HostVersions.of(context));
    }

    VersionExamination(KnownTrouble.HostVersions host) {
        this.host = host;
    }

    @Override
    public String subject() {
        return "the versions";
    }

    @Override
    public CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> bridges) {
        return CompletableFuture.completedFuture(TROUBLES.stream()
                .filter(trouble -> trouble.applies().test(host))
                .map(this::known)
                .toList());
    }

    private Diagnosis known(KnownTrouble trouble) {
        return new Diagnosis(
                "version-trouble",
                Severity.MEND,
                Optional.empty(),
                "Latchkey runs in " + host + ". " + trouble.what() + ".",
                "What goes wrong because of it looks like a fault of Latchkey or of Home.",
                trouble.cure());
    }
}
