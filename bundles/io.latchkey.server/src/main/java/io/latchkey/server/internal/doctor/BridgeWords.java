// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.RefusedSetting;
import io.latchkey.api.bridge.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What bridges say of themselves where no examination has explained it: one that isn't ready is never passed over in
 * silence, and neither is a setting that was refused. Pure.
 */
final class BridgeWords {
    private BridgeWords() {}

    /**
     * What is to be added.
     *
     * @param bridges that were looked at
     * @param seen by all examinations
     */
    static List<Diagnosis> of(List<ExaminedBridge> bridges, List<Diagnosis> seen) {
        List<Diagnosis> said = new ArrayList<>();
        bridges.forEach(bridge -> of(bridge, seen).ifPresent(said::add));
        if (bridges.isEmpty() && seen.stream().noneMatch(each -> each.severity() != Severity.RIGHT)) {
            said.add(noBridge());
        }
        return said;
    }

    private static Optional<Diagnosis> of(ExaminedBridge bridge, List<Diagnosis> seen) {
        if (bridge.status().state() == State.READY) {
            return bridge.status().refused().map(setting -> refused(bridge.id(), setting));
        }
        return seen.stream().anyMatch(each -> explains(each, bridge))
                ? Optional.empty()
                : Optional.of(unexplained(bridge.status()));
    }

    private static boolean explains(Diagnosis diagnosis, ExaminedBridge bridge) {
        return diagnosis.severity() != Severity.RIGHT
                && diagnosis.bridge().map(bridge.id()::equals).orElse(diagnosis.severity() == Severity.UNREACHABLE);
    }

    private static Diagnosis refused(String bridge, RefusedSetting setting) {
        return Diagnosis.mend(
                "setting-refused",
                bridge,
                "Its configuration was refused: " + setting.text() + ".",
                "The bridge goes on with what was configured before, and won't start with this after a restart.",
                "Mend the setting that is named, where it was made: the page of the bridge, its file in etc, or the console.");
    }

    private static Diagnosis unexplained(BridgeStatus bridge) {
        return Diagnosis.unreachable(
                "bridge-not-ready",
                bridge.id(),
                "The bridge doesn't listen: "
                        + bridge.problem().orElse("it is still starting, and has been asked before it was ready") + ".",
                "No phone can pair with it or reach its accessories; Home says \"No Response\".",
                "Do what is said above, or wait a minute and look again.");
    }

    private static Diagnosis noBridge() {
        return new Diagnosis(
                "no-bridge",
                Severity.UNREACHABLE,
                Optional.empty(),
                "No bridge is configured.",
                "There is nothing that a phone could pair with.",
                "Make a configuration of io.latchkey.bridge; in openHAB save the page of Latchkey below Add-on Settings.");
    }
}
