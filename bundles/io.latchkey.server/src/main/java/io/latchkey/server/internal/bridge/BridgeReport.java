// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeMeasures;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.PairingStatus;
import io.latchkey.api.bridge.RefusedSetting;
import io.latchkey.api.bridge.SessionStatus;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupPayload;
import io.latchkey.api.transport.Listener;
import io.latchkey.server.internal.database.LeftOut;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.measure.BridgeCounters;
import io.latchkey.server.internal.pairing.Trust;
import io.latchkey.server.internal.session.Client;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at a bridge without touching it: copies of one moment. */
final class BridgeReport {
    private BridgeReport() {}

    /**
     * A bridge that runs.
     *
     * @param configuration the PID of its configuration
     * @param refused why that was refused of late, if it was
     * @param notices what else people have to know
     */
    static BridgeStatus of(
            Bridge bridge, String configuration, Optional<RefusedSetting> refused, List<String> notices) {
        Optional<LoadedBridge> loaded = bridge.loaded();
        Optional<Trust> trust = loaded.map(LoadedBridge::trust);
        Optional<SetupCode> code = trust.flatMap(Trust::setupCode);
        Settings settings = bridge.settings();
        return new BridgeStatus(
                settings.id(),
                settings.name(),
                state(bridge),
                bridge.listener().map(Listener::address),
                trust.map(each -> each.identity().deviceId()),
                trust.map(each -> each.pairings().size()).orElse(0),
                shown(bridge).size(),
                bridge.clients().all().size(),
                loaded.map(each -> each.configuration().configuration().number())
                        .orElse(ConfigurationNumber.FIRST),
                code,
                code.map(known -> new SetupPayload(known, trust.orElseThrow().setupId(), settings.category())),
                refused.map(RefusedSetting::text)
                        .or(bridge::problem)
                        .or(() -> trust.flatMap(Trust::problem))
                        .or(bridge::waiting)
                        .or(() -> joined(notices)),
                refused,
                configuration,
                bridge.standalone().map(accessory -> settings.category()));
    }

    /** A bridge whose configuration can't be used. */
    static BridgeStatus failed(String id, String configuration, Optional<RefusedSetting> refused) {
        return new BridgeStatus(
                id,
                id,
                State.FAILED,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                0,
                ConfigurationNumber.FIRST,
                Optional.empty(),
                Optional.empty(),
                refused.map(RefusedSetting::text),
                refused,
                configuration);
    }

    /** What a bridge means to be, of what runs of it. */
    static ExaminedBridge examined(BridgeStatus status, Optional<Bridge> running) {
        return new ExaminedBridge(
                status,
                running.map(BridgeReport::wanted),
                running.flatMap(bridge -> bridge.loaded()
                        .flatMap(loaded -> status.address()
                                .flatMap(open -> BridgeRecord.of(bridge.settings(), loaded, open.getPort())))));
    }

    /** What it has counted, and how it is. */
    static BridgeMeasures measures(Bridge bridge, BridgeCounters counters) {
        List<PublishedAccessory> shown = shown(bridge);
        Collection<Client> clients = bridge.clients().all();
        int verified = (int) clients.stream().filter(Client::isSecured).count();
        return new BridgeMeasures(
                bridge.id(),
                state(bridge),
                bridge.loaded().map(each -> each.trust().pairings().size()).orElse(0),
                verified,
                clients.size() - verified,
                counters.openedSessions(),
                counters.requests(),
                counters.eventMessages(),
                counters.events(),
                counters.lateEventMessages(),
                counters.slowAnswers(),
                shown.size(),
                (int) shown.stream().filter(each -> !each.present()).count(),
                counters.storeWrites(),
                counters.storeFailures());
    }

    private static InetSocketAddress wanted(Bridge bridge) {
        InetSocketAddress configured = bridge.settings().address();
        int remembered = bridge.loaded()
                .map(each -> each.configuration().configuration().port().orElse(0))
                .orElse(0);
        return configured.getPort() != 0 ? configured : new InetSocketAddress(configured.getAddress(), remembered);
    }

    static List<AccessoryStatus> accessories(Bridge bridge) {
        return shown(bridge).stream()
                .map(each -> new AccessoryStatus(
                        each.aid(),
                        each.name(),
                        each.provider(),
                        each.definition().key(),
                        each.definition().services().stream()
                                .map(service -> service.type().name())
                                .toList(),
                        each.present()))
                .toList();
    }

    static Stream<AccessoryPlace> places(Bridge bridge) {
        Optional<String> id = Optional.of(bridge.settings().id());
        return shown(bridge).stream()
                .map(each ->
                        new AccessoryPlace(each.provider(), each.definition().key(), id, Optional.empty()));
    }

    static AccessoryPlace place(LeftOut leftOut) {
        return new AccessoryPlace(leftOut.provider(), leftOut.key(), Optional.empty(), Optional.of(leftOut.why()));
    }

    static List<PairingStatus> pairings(Bridge bridge) {
        return bridge.loaded().map(each -> each.trust().pairings()).orElse(List.of()).stream()
                .map(pairing -> new PairingStatus(pairing.controller(), pairing.permissions(), (int)
                        bridge.clients().all().stream()
                                .filter(client -> client.controller().equals(Optional.of(pairing.controller())))
                                .count()))
                .toList();
    }

    static List<SessionStatus> sessions(Bridge bridge) {
        return bridge.clients().all().stream()
                .sorted(Comparator.comparing(client -> client.session().id()))
                .map(client -> status(client, bridge))
                .toList();
    }

    private static SessionStatus status(Client client, Bridge bridge) {
        return new SessionStatus(
                client.session().id(),
                client.session().remote(),
                client.controller(),
                client.session().openedAt(),
                bridge.clients().subscriptions(client));
    }

    private static State state(Bridge bridge) {
        if (bridge.listener().isPresent()) {
            return State.READY;
        }
        return bridge.problem().isPresent() ? State.FAILED : State.STARTING;
    }

    private static List<PublishedAccessory> shown(Bridge bridge) {
        return bridge.loaded().map(each -> each.database().snapshot().accessories()).orElse(List.of()).stream()
                .filter(each -> !each.isServer())
                .toList();
    }

    private static Optional<String> joined(List<String> notices) {
        return notices.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notices));
    }
}
