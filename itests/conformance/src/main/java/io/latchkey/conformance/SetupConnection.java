// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.pairing.PairingTlv;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;

/**
 * A connection on which a test pairs, message by message. When it is closed no procedure is left under way, so that the
 * next test finds the server free.
 */
final class SetupConnection implements AutoCloseable {
    private static final byte[] OUT_OF_ORDER = {PairingTlv.STATE, 1, 9};

    private final Server server;
    private WireClient client;

    private SetupConnection(Server server) throws IOException {
        this.server = server;
        this.client = server.open();
    }

    static SetupConnection open(Server server) throws IOException {
        return new SetupConnection(server);
    }

    WireClient client() {
        return client;
    }

    PairingAnswer send(String request, byte[] body) throws IOException {
        return PairingAnswer.to(client, "/pair-setup", request, body);
    }

    /** Sends the M1 of an ordinary pairing. */
    PairingAnswer ask() throws IOException {
        return send("M1", RawPairSetup.M1);
    }

    /** M1 and M2 of an ordinary pairing, and what is to be said next. */
    RawPairSetup begin() throws IOException {
        return begin(RawPairSetup.M1);
    }

    /** M1 and M2; on another connection when implementations disagree on the numbers that were drawn. */
    RawPairSetup begin(byte[] m1) throws IOException {
        RawPairSetup setup = RawPairSetup.after(send("M1", m1), server.code());
        while (setup.isDoubtful()) {
            close();
            client = server.open();
            setup = RawPairSetup.after(send("M1", m1), server.code());
        }
        return setup;
    }

    /** M1 to M4 of an ordinary pairing. */
    RawPairSetup prove() throws IOException {
        return prove(RawPairSetup.M1);
    }

    /** M1 to M4. */
    RawPairSetup prove(byte[] m1) throws IOException {
        RawPairSetup setup = begin(m1);
        setup.confirm(send("M3", setup.m3()));
        return setup;
    }

    /** M5 and M6: from now on the administrator of the suite is paired. */
    ControllerKeys.Peer introduce(RawPairSetup setup) throws IOException, MalformedTlv8Exception {
        ControllerKeys keys = server.adminKeys();
        ControllerKeys.Peer peer = setup.recognise(send("M5", setup.m5(setup.introduction(keys))));
        server.remember(peer);
        return peer;
    }

    @Override
    public void close() throws IOException {
        try (WireClient closing = client) {
            closing.post("/pair-setup", OUT_OF_ORDER);
        } catch (SocketException | EOFException closed) {
            // The server, or the test itself, has closed it already: nothing is left under way.
            return;
        }
    }
}
