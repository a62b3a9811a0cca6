// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.SetupId;
import io.latchkey.api.store.Setup;
import io.latchkey.api.store.Verifier;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Wrong codes are counted at once, stored at most once a second, and forgotten with the code that they were for. */
class WrongCodesTest {
    private static final InetAddress STRANGER = InetAddress.getLoopbackAddress();

    private long nanos = Long.MAX_VALUE - 5;
    private final WrongCodes wrongCodes = new WrongCodes("home", () -> nanos);

    @Test
    void areStoredAtMostOnceASecond() {
        Setup kept = setup(1, 0);
        assertTrue(wrongCodes.counted(kept, 1, STRANGER));
        nanos += Duration.ofMillis(999).toNanos();
        assertFalse(wrongCodes.counted(kept, 2, STRANGER));
        assertEquals(2, wrongCodes.count(kept));
        nanos += Duration.ofMillis(1).toNanos();
        assertTrue(wrongCodes.counted(kept, 3, STRANGER));
    }

    @Test
    void aRightCodeIsStoredAlways() {
        Setup kept = setup(1, 7);
        assertTrue(wrongCodes.counted(kept, 8, STRANGER));
        assertTrue(wrongCodes.counted(kept, 0, STRANGER));
        assertEquals(0, wrongCodes.count(setup(1, 0)));
    }

    @Test
    void theOneThatLocksIsStoredAtOnce() {
        Setup kept = setup(1, 98);
        assertTrue(wrongCodes.counted(kept, 99, STRANGER));
        assertTrue(wrongCodes.counted(kept, 100, STRANGER), "a restart must not open it");
        assertFalse(wrongCodes.counted(kept, 101, STRANGER));
    }

    @Test
    void whatWasStoredBeforeCounts() {
        assertEquals(42, wrongCodes.count(setup(1, 42)));
    }

    @Test
    void anotherCodeCountsAnew() {
        wrongCodes.counted(setup(1, 0), 99, STRANGER);
        assertEquals(0, wrongCodes.count(setup(2, 0)));
    }

    @Test
    void ofAHundredPeopleAreTold() {
        Setup kept = setup(1, 0);
        wrongCodes.counted(kept, 99, STRANGER);
        assertEquals(Optional.empty(), wrongCodes.problem(kept));
        wrongCodes.counted(kept, 100, STRANGER);
        assertTrue(wrongCodes.problem(kept).orElseThrow().startsWith("locked after 100 wrong setup codes"));
        assertEquals(Optional.empty(), wrongCodes.problem(setup(2, 0)));
    }

    private static Setup setup(int code, int failedAttempts) {
        byte[] salt = new byte[Verifier.SALT_LENGTH];
        salt[0] = (byte) code;
        Verifier verifier = new Verifier(salt, new byte[Verifier.VERIFIER_LENGTH]);
        return new Setup(new SetupId("ABCD"), Optional.empty(), Optional.of(verifier), failedAttempts);
    }
}
