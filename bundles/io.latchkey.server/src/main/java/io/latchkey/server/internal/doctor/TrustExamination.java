// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.server.internal.bridge.ExaminedBridges;
import io.latchkey.server.internal.pairing.TrustReport;
import io.latchkey.server.internal.pairing.UnknownController;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks whom bridges trust: what they have lost, who knocks in vain, and whether anybody can pair. Waits for nothing. */
@Component(service = Examination.class)
public final class TrustExamination implements Examination {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    /** A controller that has tried once may be one that was just removed; a home that lost its bridge goes on for ever. */
    private static final int PERSISTENT = 2;

    private static final Duration OF_LATE = Duration.ofHours(1);

    private final ExaminedBridges bridges;
    private final InstantSource clock;

    /** Looks at these bridges. */
    @Activate
    public TrustExamination(@Reference ExaminedBridges bridges) {
        this(bridges, InstantSource.system());
    }

    TrustExamination(ExaminedBridges bridges, InstantSource clock) {
        this.bridges = bridges;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "the pairings";
    }

    @Override
    public CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> examined) {
        List<Diagnosis> seen = new ArrayList<>();
        for (ExaminedBridge bridge : examined) {
            bridges.trust(bridge.id()).ifPresent(trust -> seen.addAll(of(bridge, trust)));
        }
        return CompletableFuture.completedFuture(seen);
    }

    private List<Diagnosis> of(ExaminedBridge bridge, TrustReport trust) {
        List<Diagnosis> seen = new ArrayList<>();
        trust.loss().ifPresent(loss -> seen.add(lost(bridge, loss)));
        locked(bridge, trust).ifPresent(seen::add);
        trust.unknown().stream().filter(this::isPersistent).forEach(each -> seen.add(unknown(bridge, each)));
        if (seen.isEmpty()) {
            int paired = bridge.status().controllers();
            seen.add(Diagnosis.right(
                    "trust-whole",
                    bridge.id(),
                    paired == 0
                            ? "Nobody is paired yet; the setup code can be used."
                            : "Paired, and an administrator among " + paired + "."));
        }
        return seen;
    }

    private static Diagnosis lost(ExaminedBridge bridge, TrustReport.Loss loss) {
        String again =
                "In Home, remove the bridge (Home Settings, Home Hubs & Bridges), then add it anew with the code that"
                        + " latchkey:qr " + bridge.id()
                        + " shows. A backup of the store, put in its place, brings the old one back.";
        return switch (loss) {
            case IDENTITY ->
                Diagnosis.unreachable(
                        "identity-lost",
                        bridge.id(),
                        "The identity of the bridge wasn't in its store any more, so it is a new bridge now.",
                        "Homes that were paired with the old one show \"No Response\" for ever: they don't know this one.",
                        again);
            case ADMINISTRATOR ->
                Diagnosis.unreachable(
                        "administrator-gone",
                        bridge.id(),
                        "There were pairings in the store of the bridge, but none of an administrator; they are removed.",
                        "Without an administrator nobody could manage the bridge any more, so it waits to be paired anew.",
                        again);
        };
    }

    private static Optional<Diagnosis> locked(ExaminedBridge bridge, TrustReport trust) {
        if (!trust.isLocked() || bridge.status().controllers() > 0) {
            return Optional.empty();
        }
        return Optional.of(Diagnosis.unreachable(
                "setup-locked",
                bridge.id(),
                "A hundred wrong setup codes came, so the bridge takes no code any more.",
                "Nobody can pair, not with the right code either; somebody may have been guessing.",
                "Give the bridge another setup code: change it in its configuration, or take it out there so that one is"
                        + " generated. Look with latchkey:sessions " + bridge.id() + " who is connected."));
    }

    private boolean isPersistent(UnknownController each) {
        return each.attempts() >= PERSISTENT
                && Duration.between(each.last(), clock.instant()).compareTo(OF_LATE) <= 0;
    }

    private static Diagnosis unknown(ExaminedBridge bridge, UnknownController each) {
        return Diagnosis.mend(
                "controller-unknown",
                bridge.id(),
                "Controller " + each.controller() + " has wanted to connect " + each.attempts() + " times since "
                        + TIME.format(each.since().atZone(ZoneId.systemDefault()))
                        + ", but is not paired with this bridge.",
                "A home still has this bridge in it and shows \"No Response\": its pairing was removed here, or the bridge"
                        + " was reset or lost its store.",
                "In Home, remove the bridge (Home Settings, Home Hubs & Bridges) and add it anew. If the home is a"
                        + " stranger's, nothing need be done.");
    }
}
