// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.RefusedException;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The server under test and the suite's standing with it: one administrator, one controller without that permission. A
 * test asks for what it needs, paired or not, and leaves no session open behind it. For one thread; one for all tests.
 */
public final class Server implements AutoCloseable {
    private final Target target;
    private final ControllerKeys admin = WireClient.newKeys("C0F0A0CE-0000-4000-8000-00000000AD01");
    private final ControllerKeys user = WireClient.newKeys("C0F0A0CE-0000-4000-8000-0000000005E2");
    private Optional<ControllerKeys.Peer> peer = Optional.empty();

    Server(Target target) {
        this.target = target;
    }

    /** The server itself, for those who pair with it in their own way: nobody may be paired then. */
    public Target target() {
        return target;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return target.address();
    }

    /** Its setup code. */
    public SetupCode code() {
        return target.code();
    }

    /** A connection that is not verified; the pairings are as the last test has left them. */
    public WireClient open() throws IOException {
        return WireClient.open(target.name(), address());
    }

    /**
     * A verified session of the administrator, who is paired first if need be: also when the server has forgotten the
     * pairing, so that one fault of it doesn't look like many.
     */
    public WireClient admin() throws IOException {
        try {
            return WireClient.verified(target.name(), address(), admin, paired());
        } catch (RefusedException forgotten) {
            forget();
            return WireClient.verified(target.name(), address(), admin, paired());
        }
    }

    /** A verified session of a controller that is no administrator, added first if need be. */
    public WireClient user() throws IOException {
        try (WireClient session = admin()) {
            session.add(userPairing());
        }
        return WireClient.verified(target.name(), address(), user, paired());
    }

    /** The keys of the administrator. */
    public ControllerKeys adminKeys() {
        return admin;
    }

    /** The keys of the other controller. */
    public ControllerKeys userKeys() {
        return user;
    }

    /** The pairing that {@link #user()} adds. */
    public Pairing userPairing() {
        return WireClient.pairing(user, Permissions.REGULAR);
    }

    /** The server as the administrator knows it, paired first if need be. */
    public ControllerKeys.Peer paired() throws IOException {
        if (peer.isEmpty()) {
            peer = Optional.of(WireClient.pair(target.name(), address(), admin, code()));
        }
        return peer.get();
    }

    /** From now on nobody is paired: removes every pairing that there is. */
    public void unpaired() throws IOException {
        if (peer.isPresent()) {
            try (WireClient session = admin()) {
                removeOthers(session);
                session.remove(admin.id());
            }
            forget();
        }
    }

    /** The test itself has removed the administrator's pairing, or is about to see it refused. */
    public void forget() {
        peer = Optional.empty();
    }

    /** The test itself has paired the administrator. */
    public void remember(ControllerKeys.Peer known) {
        peer = Optional.of(known);
    }

    /** Removes a pairing that a test has added. */
    public void remove(ControllerId controller) throws IOException {
        try (WireClient session = admin()) {
            session.remove(controller);
        }
    }

    /** What the server shows, as of now. */
    public TestedHome home() throws IOException {
        try (WireClient session = admin()) {
            return new TestedHome(session.accessories());
        }
    }

    /** Stops the server and starts it again; gives whether that can be done here. */
    public boolean restart() throws IOException {
        return target.restart();
    }

    /** Whether it is Latchkey itself, which promises more than the protocol does. */
    public boolean isLatchkey() {
        return process().isPresent();
    }

    /** The process that it runs in, when it is Latchkey itself on this computer. */
    public OptionalLong process() {
        return target.process();
    }

    @Override
    public void close() throws IOException {
        try {
            unpaired();
        } finally {
            target.close();
        }
    }

    /** Where the list can't be read, the others go with the last administrator. */
    private void removeOthers(WireClient session) throws IOException {
        try {
            for (Pairing pairing : session.pairings()) {
                if (!pairing.controller().equals(admin.id())) {
                    session.remove(pairing.controller());
                }
            }
        } catch (RefusedException unreadable) {
            // a test has added what no server should have taken
        }
    }
}
