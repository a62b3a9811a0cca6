// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.store.Domain;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands against a restore, each with the mending. For a thread that may wait for a few seconds. */
final class RestoreChecks {
    private final List<BridgeStatus> running;
    private final Optional<AnsweringBridge> network;

    /**
     * Looks at nothing yet.
     *
     * @param running all bridges that run here
     * @param network finds a bridge that still answers; empty when nobody can look
     */
    RestoreChecks(List<BridgeStatus> running, Optional<AnsweringBridge> network) {
        this.running = running;
        this.network = network;
    }

    /** All that stands against it; nothing when it can be done. */
    List<String> hindrances(List<RestorePlan> plans, Set<String> stored) {
        List<String> hindrances = new ArrayList<>();
        for (RestorePlan plan : plans) {
            String bridge = plan.from().bridge();
            if (plan.losesPairings()) {
                hindrances.add("Bridge " + bridge + " here is another one and paired, and its pairings would be lost."
                        + " Make it a new one with reset, if you want that.");
            }
            plan.from()
                    .furtherOf()
                    .filter(first -> !stored.contains(first)
                            && plans.stream()
                                    .noneMatch(each -> each.from().bridge().equals(first)))
                    .ifPresent(first -> hindrances.add(
                            "Bridge " + bridge + " is a further one of " + first + ": restore that one with it."));
            takenPort(plan)
                    .ifPresent(
                            port -> hindrances.add(
                                    "Port " + port + " of bridge " + bridge
                                            + " is taken by another program. Stop that, or let the bridge choose another port with --new-port."));
        }
        answering(plans).ifPresent(hindrances::add);
        return hindrances;
    }

    private OptionalInt takenPort(RestorePlan plan) {
        Optional<BridgeStatus> here = running.stream()
                .filter(each -> each.id().equals(plan.from().bridge()))
                .findFirst();
        OptionalInt configured = plan.settings().port();
        OptionalInt wished = configured.isPresent() ? configured : plan.port();
        boolean ours = here.flatMap(BridgeStatus::address)
                .filter(address -> address.getPort() == wished.orElse(0))
                .isPresent();
        return wished.isEmpty() || ours || isFree(wished.getAsInt()) ? OptionalInt.empty() : wished;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private Optional<String> answering(List<RestorePlan> plans) {
        Set<DeviceId> ids = plans.stream()
                .flatMap(plan -> plan.from().memory().get(Domain.IDENTITY).stream())
                .map(AccessoryIdentity::deviceId)
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        if (network.isEmpty()) {
            return Optional.of("Nobody here can look whether the old bridge still answers: start bundle discovery.");
        }
        Set<InetSocketAddress> last = new LinkedHashSet<>();
        plans.forEach(plan -> last.addAll(plan.from().addresses()));
        Set<Integer> own = running.stream()
                .flatMap(bridge -> bridge.address().stream())
                .map(InetSocketAddress::getPort)
                .collect(Collectors.toSet());
        try {
            return network.get()
                    .find(ids, last, own)
                    .map(there -> "The old bridge still answers at "
                            + there.getAddress().getHostAddress() + ", port " + there.getPort()
                            + ". Stop it first, for good: two of them take each other's phones away.");
        } catch (IOException unable) {
            return Optional.of("It can't be seen whether the old bridge still answers (" + unable + "): try again.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of("Interrupted while looking whether the old bridge still answers: try again.");
        }
    }
}
