// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.verb.ForeignText;
import io.latchkey.server.internal.bridge.ExaminedBridges;
import io.latchkey.server.internal.pairing.RefusedController;
import io.latchkey.server.internal.pairing.TrustReport;
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
    private static final String PLACE_IN_HOME = "Home Settings, Home Hubs & Bridges";
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
        trust.refused().stream()
                .filter(this::isPersistent)
                .map(each -> each.isPaired() ? otherKey(bridge, each) : unknown(bridge, each))
                .forEach(seen::add);
        return seen.isEmpty() ? List.of(whole(bridge)) : seen;
    }

    private static Diagnosis whole(ExaminedBridge bridge) {
        int paired = bridge.status().controllers();
        return Diagnosis.right(
                "trust-whole",
                bridge.id(),
                paired == 0
                        ? "Nobody is paired yet; the setup code can be used."
                        : "Paired, and an administrator among " + paired + ".");
    }

    private static Diagnosis lost(ExaminedBridge bridge, TrustReport.Loss loss) {
        return switch (loss) {
            case IDENTITY ->
                told(
                        "identity-lost",
                        bridge.id(),
                        "The identity of the bridge wasn't in its store any more, so it is a new bridge now.",
                        "Homes that were paired with the old one show \"No Response\" for ever: they don't know this one.");
            case ADMINISTRATOR ->
                told(
                        "administrator-gone",
                        bridge.id(),
                        "There were pairings in the store of the bridge, but none of an administrator; they are removed.",
                        "Without an administrator nobody could manage the bridge any more, so it waits to be paired anew.");
        };
    }

    private static Diagnosis told(String code, String bridge, String seen, String why) {
        String cure =
                "In Home, remove the bridge (" + PLACE_IN_HOME + "), then add it anew with the code that latchkey:qr "
                        + bridge + " shows. A backup brings the old one back, if there is one (latchkey:restore).";
        return Diagnosis.unreachable(code, bridge, seen, why, cure);
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

    private boolean isPersistent(RefusedController each) {
        return each.attempts() >= PERSISTENT
                && Duration.between(each.last(), clock.instant()).compareTo(OF_LATE) <= 0;
    }

    private static Diagnosis unknown(ExaminedBridge bridge, RefusedController each) {
        return Diagnosis.mend(
                "controller-unknown",
                bridge.id(),
                tried(each) + ", but is not paired with this bridge.",
                "A home still has this bridge in it and shows \"No Response\": its pairing was removed here, or the bridge"
                        + " was reset or lost its store.",
                "In Home, remove the bridge (" + PLACE_IN_HOME
                        + ") and add it anew. If the home is a stranger's, nothing" + " need be done.");
    }

    private static Diagnosis otherKey(ExaminedBridge bridge, RefusedController each) {
        return Diagnosis.mend(
                "controller-other-key",
                bridge.id(),
                tried(each) + ". It is paired with this bridge, but comes with another key than it was paired with.",
                "It is kept out, because anybody could call himself so; its home shows \"No Response\". The keys of that home"
                        + " were made anew, or the store of this bridge is older than its pairing.",
                "If the home is yours: in Home, remove the bridge (" + PLACE_IN_HOME
                        + "), take the old pairing away here with"
                        + " latchkey:pairings " + bridge.id()
                        + " remove CONTROLLER, and add the bridge anew. If it isn't yours,"
                        + " nothing need be done.");
    }

    private static String tried(RefusedController each) {
        return "Controller " + ForeignText.name(each.controller().text()) + " has wanted to connect " + each.attempts()
                + " times since " + TIME.format(each.since().atZone(ZoneId.systemDefault()));
    }
}
