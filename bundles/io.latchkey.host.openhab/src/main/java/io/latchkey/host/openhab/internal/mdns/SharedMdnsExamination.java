// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.mdns;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.identity.DeviceId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Looks whether openHAB's mDNS announces the bridges that are left to it. It can do so only where openHAB runs an instance
 * of its own: on the addresses that openHAB's network settings allow. Waits for nothing; where openHAB's mDNS hangs there is
 * no answer, and that is told.
 */
final class SharedMdnsExamination implements Examination {
    private final SharedAdvertiser advertiser;

    SharedMdnsExamination(SharedAdvertiser advertiser) {
        this.advertiser = advertiser;
    }

    @Override
    public String subject() {
        return "openHAB's mDNS";
    }

    @Override
    public CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> bridges) {
        return advertiser
                .unpublished()
                .thenApply(unpublished -> bridges.stream()
                        .filter(bridge -> isOneOf(unpublished, bridge))
                        .map(SharedMdnsExamination::silent)
                        .toList());
    }

    private static boolean isOneOf(Set<DeviceId> unpublished, ExaminedBridge bridge) {
        return bridge.record()
                .filter(record -> unpublished.contains(record.deviceId()))
                .isPresent();
    }

    private static Diagnosis silent(ExaminedBridge bridge) {
        String where = bridge.status()
                .address()
                .filter(bound -> !bound.getAddress().isAnyLocalAddress())
                .map(bound -> bound.getAddress().getHostAddress())
                .orElse("any address of this machine");
        return Diagnosis.unreachable(
                "openhab-mdns",
                bridge.id(),
                "openHAB's mDNS is to announce the bridge (setting sharedMdns), and doesn't run on " + where + ".",
                "No phone finds the bridge: it can't be paired, and one that is paired shows \"No Response\" as soon as its"
                        + " address changes.",
                "Clear sharedMdns on the page of Latchkey, so that Latchkey announces its bridges itself. Or look into openHAB's"
                        + " network settings for the address that it uses, and let the bridge listen there.");
    }
}
