// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.conformance.ConformanceWait;
import io.latchkey.conformance.PairingAnswer;
import io.latchkey.conformance.RawPairSetup;
import io.latchkey.conformance.RawPairings;
import io.latchkey.conformance.Target;
import io.latchkey.pairing.PairingError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A home with one bridge under test: the devices of its people, what they know of the bridge, and how they get to know it.
 * A sequence asks for what it needs, paired or not. For one thread, but for {@link #verified} and {@link #find}.
 */
public final class AppleHome {
    /** The phone of the owner, who pairs. */
    final AppleDevice owner = AppleDevice.of(11);
    /** Another phone with the owner's identity. */
    final AppleDevice second = owner.another(12);
    /** A third one. */
    final AppleDevice third = owner.another(13);

    final AppleDevice tablet = AppleDevice.of(14);
    final AppleDevice guest = AppleDevice.of(15);
    final AppleDevice hub = AppleDevice.of(21);
    /** Somebody whose keys the bridge doesn't know, such as a neighbour's hub. */
    final AppleDevice stranger = AppleDevice.of(99);

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final Target bridge;
    private final InstanceName name;
    private final InetSocketAddress address;
    private final Pauses pauses;
    private final boolean announced;
    private volatile Optional<ControllerKeys.Peer> peer = Optional.empty();

    /**
     * Makes a home around a bridge that isn't paired.
     *
     * @param announced whether the bridge has a record on the loopback that devices can see
     */
    public AppleHome(Target bridge, Pauses pauses, boolean announced) {
        this.bridge = bridge;
        this.name = bridge.name();
        this.address = bridge.address();
        this.pauses = pauses;
        this.announced = announced;
    }

    /** From now on the owner's identity, the tablet and the hub are paired, and the guest as one; who is so is added again. */
    public void paired() throws IOException {
        if (peer.isEmpty()) {
            try (AppleConnection connection = open(owner)) {
                pair(connection, Duration.ZERO);
            }
        }
        try (AppleConnection connection = verified(owner)) {
            for (Pairing pairing : List.of(tablet.admin(), hub.admin(), guest.guest())) {
                add(connection, pairing);
            }
        }
    }

    /** From now on nobody is paired: the owner's identity goes last. */
    public void unpaired() throws IOException {
        if (peer.isEmpty()) {
            return;
        }
        try (AppleConnection connection = verified(owner)) {
            removeAllBut(Set.of(owner), connection);
            remove(connection, owner.keys().id());
        }
        forget();
    }

    /** The owner's pairing is gone. */
    void forget() {
        peer = Optional.empty();
    }

    /** T1 to T3 with the pause in which somebody types the code. */
    void pair(AppleConnection connection, Duration typing) throws IOException {
        RawPairSetup setup = begin(connection, bridge.code(), typing);
        setup.confirm(connection.post("T2", AppleRequest.pairSetup(setup.m3())));
        PairingAnswer m6 = connection.post("T3", AppleRequest.pairSetup(setup.m5(owner.keys())));
        try {
            peer = Optional.of(setup.recognise(m6));
        } catch (MalformedTlv8Exception malformed) {
            throw new AssertionError("M6 of pair-setup holds what is no TLV8", malformed);
        }
    }

    /** T1 and T2 with a code that somebody has mistyped. */
    void mistype(AppleConnection connection, Duration typing) throws IOException {
        SetupCode wrong = SetupCode.of(bridge.code().text().equals("135-79-864") ? "135-79-865" : "135-79-864");
        RawPairSetup setup = begin(connection, wrong, typing);
        connection
                .post("T2 with a wrong code", AppleRequest.pairSetup(setup.m3()))
                .refused(4, PairingError.AUTHENTICATION);
    }

    /** T1, and the pause. Where implementations would disagree on the proof it begins anew. */
    private RawPairSetup begin(AppleConnection connection, SetupCode code, Duration typing) throws IOException {
        RawPairSetup setup = RawPairSetup.after(connection.post("T1", AppleRequest.pairSetup(RawPairSetup.M1)), code);
        while (setup.isDoubtful()) {
            ConformanceWait.pass(BETWEEN_ATTEMPTS);
            setup = RawPairSetup.after(connection.post("T1 anew", AppleRequest.pairSetup(RawPairSetup.M1)), code);
        }
        if (!typing.isZero()) {
            connection.expectSilence("T1, while somebody looks for the code", pauses.of(typing));
        }
        return setup;
    }

    /** T7. */
    static void add(AppleConnection connection, Pairing pairing) throws IOException {
        connection.post("T7", AppleRequest.pairings(RawPairings.add(pairing))).accepted(2);
    }

    /** T9. */
    static void remove(AppleConnection connection, ControllerId controller) throws IOException {
        connection
                .post("T9", AppleRequest.pairings(RawPairings.remove(controller)))
                .accepted(2);
    }

    /** T8, and T9 for everybody but these. */
    static void removeAllBut(Set<AppleDevice> staying, AppleConnection connection) throws IOException {
        for (String pairing : RawPairings.list(list(connection))) {
            ControllerId controller = new ControllerId(pairing.split(" ")[0]);
            if (staying.stream().noneMatch(each -> each.keys().id().equals(controller))) {
                remove(connection, controller);
            }
        }
    }

    /** T8. */
    static PairingAnswer list(AppleConnection connection) throws IOException {
        return connection.post("T8", AppleRequest.pairings(RawPairings.LIST));
    }

    /** A connection of a device, not verified yet. */
    AppleConnection open(AppleDevice device) throws IOException {
        return AppleConnection.open(name, address(), device.addressFor(address()));
    }

    /** Several connections of a device that race: the last one goes on, the others end without a byte. */
    AppleConnection raced(AppleDevice device, int racing) throws IOException {
        List<AppleConnection> all = new ArrayList<>();
        for (int i = 0; i < racing; i++) {
            all.add(open(device));
        }
        for (AppleConnection loser : all.subList(0, racing - 1)) {
            loser.close();
        }
        return all.get(racing - 1);
    }

    /** A session of a device: T4 and T5. */
    AppleConnection verified(AppleDevice device) throws IOException {
        return verify(open(device), device);
    }

    /** A session of a device that will stop to read, with a small receive buffer. */
    AppleConnection verified(AppleDevice device, int receiveBuffer) throws IOException {
        InetSocketAddress there = address();
        return verify(AppleConnection.open(name, there, device.addressFor(there), receiveBuffer), device);
    }

    private AppleConnection verify(AppleConnection connection, AppleDevice device) throws IOException {
        try {
            connection.verify(device.keys(), known());
            return connection;
        } catch (IOException | AssertionError refused) {
            connection.close();
            throw refused;
        }
    }

    /** The bridge as the owner's devices know it. */
    ControllerKeys.Peer known() {
        return peer.orElseThrow(() -> new IllegalStateException("nobody has paired"));
    }

    InstanceName name() {
        return name;
    }

    /** Where the devices have found the bridge: they know it while it is away, too. */
    InetSocketAddress address() {
        return address;
    }

    /** Where the bridge is now. */
    InetSocketAddress addressNow() {
        return bridge.address();
    }

    Pauses pauses() {
        return pauses;
    }

    /** Stops the bridge and starts it again, if that can be done. */
    boolean restart() throws IOException {
        return bridge.restart();
    }

    /** Whether devices can see a record of the bridge. */
    boolean isAnnounced() {
        return announced;
    }

    /** The record, as one device sees it now. */
    Optional<AnnouncedBridge> find(AppleDevice device, int port) throws IOException {
        try (AppleResolver resolver =
                AppleResolver.at(device.addressFor(address()).orElseThrow())) {
            return resolver.find(port);
        }
    }

    /** The record by the question that discovers, once there is one. */
    AnnouncedBridge discovered(AppleDevice device) throws IOException {
        AnnouncedBridge[] seen = new AnnouncedBridge[1];
        try (AppleResolver resolver =
                AppleResolver.at(device.addressFor(address()).orElseThrow())) {
            ConformanceWait.until("the record is found", () -> {
                resolver.discover(address().getPort()).ifPresent(found -> seen[0] = found);
                return seen[0] != null;
            });
        }
        return seen[0];
    }

    /** Waits until the record says whether somebody may pair; nothing where there is no record. */
    void expectUnpaired(boolean unpaired) throws IOException {
        if (announced) {
            ConformanceWait.until(
                    "the record says sf=" + (unpaired ? 1 : 0),
                    () -> find(owner, address().getPort())
                            .filter(record -> record.isUnpaired() == unpaired)
                            .isPresent());
        }
    }
}
