// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.api.tlv.MalformedTlv8Exception;
import io.latchkey.crypto.Srp;
import io.latchkey.pairing.PairingError;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.opentest4j.TestAbortedException;

/**
 * A hundred wrong codes in a row. The last class of all, for a server that passes lets nobody pair any more until it is
 * reset to what it was when new.
 */
@OverTheWire
@Order(ConformanceOrder.MAX_TRIES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MaxTriesConformance {
    private static final int TRIES = 100;

    @Test
    @Order(1)
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @DisplayName("B68 After 100 wrong codes no more are tried")
    void locks(Server server) throws IOException, MalformedTlv8Exception {
        server.unpaired();
        try (SetupConnection connection = SetupConnection.open(server)) {
            if (connection.ask().isRefused(PairingError.UNAVAILABLE)) {
                throw new TestAbortedException("needs a server that can still be unpaired");
            }
            connection.introduce(connection.prove());
        }
        server.unpaired();
        for (int i = 1; i <= TRIES; i++) {
            try (SetupConnection connection = SetupConnection.open(server)) {
                connection.ask().accepted(2);
                connection.send("wrong proof " + i, wrong()).refused(4, PairingError.AUTHENTICATION);
            }
        }
        ask(server);
    }

    @Test
    @Order(2)
    @DisplayName("B68 A restart doesn't open what a hundred wrong codes have locked")
    void staysLocked(Server server) throws IOException {
        if (!server.restart()) {
            throw new TestAbortedException("needs a server that the suite can restart");
        }
        ask(server);
    }

    private static void ask(Server server) throws IOException {
        try (SetupConnection connection = SetupConnection.open(server)) {
            connection
                    .send("M1 after " + TRIES + " wrong codes", RawPairSetup.M1)
                    .refused(2, PairingError.MAX_TRIES);
        }
    }

    /** An M3 that no code leads to. */
    private static byte[] wrong() {
        byte[] key = new byte[Srp.KEY_LENGTH];
        Arrays.fill(key, (byte) 5);
        return RawPairSetup.m3(key, new byte[Srp.PROOF_LENGTH]);
    }
}
