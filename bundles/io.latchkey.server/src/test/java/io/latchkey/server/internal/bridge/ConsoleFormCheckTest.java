// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a web console is told about the values of its form. */
class ConsoleFormCheckTest {
    private final BridgeIds ids = new BridgeIds();
    private Handler guard;

    /** Looks like the interface of the console. */
    public interface Handler {
        /** Before a new configuration. */
        void createFactoryConfiguration(String factoryPid, String name) throws Refusal;

        /** Before a change. */
        void updateConfiguration(String factoryPid, String pid, Dictionary<String, Object> properties) throws Refusal;

        /** Whether it may be seen. */
        boolean listConfiguration(String factoryPid, String pid);
    }

    /** Looks like the exception of the console. */
    public static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        /** With a message for people. */
        public Refusal(String message) {
            super(message);
        }
    }

    @BeforeEach
    void make() throws NoSuchMethodException {
        guard = (Handler) ConsoleFormCheck.of(Handler.class, Refusal.class, ids);
    }

    private void update(String factoryPid, String pid, Map<String, Object> values) throws Refusal {
        guard.updateConfiguration(factoryPid, pid, new Hashtable<>(values));
    }

    @Test
    void aWrongValueIsRefusedWithAMessage() {
        Refusal refusal = assertThrows(
                Refusal.class, () -> update("io.latchkey.bridge", "io.latchkey.bridge.1", Map.of("port", 70_000)));
        assertEquals("port takes a whole number from 0 to 65535", refusal.getMessage());
        assertThrows(Refusal.class, () -> update(null, "io.latchkey.bridge~home", Map.of("setupCode", "12345678")));
    }

    @Test
    void aRightValueAndTheFormsOfOthersPass() {
        assertDoesNotThrow(() -> update("io.latchkey.bridge", "io.latchkey.bridge.1", Map.of("port", 21_000)));
        assertDoesNotThrow(() -> update(null, "org.example", Map.of("port", 70_000)));
        assertDoesNotThrow(() -> guard.createFactoryConfiguration("io.latchkey.bridge", "x"));
        assertTrue(guard.listConfiguration("io.latchkey.bridge", "io.latchkey.bridge.1"));
    }

    @Test
    void anIdThatBelongsToAnotherBridgeIsRefused() {
        ids.claim("home", "io.latchkey.bridge.1");
        assertDoesNotThrow(() -> update("io.latchkey.bridge", "io.latchkey.bridge.1", Map.of("id", "home")));
        Refusal refusal = assertThrows(
                Refusal.class, () -> update("io.latchkey.bridge", "io.latchkey.bridge.2", Map.of("id", "home")));
        assertTrue(refusal.getMessage().contains("another bridge"));
    }

    @Test
    void theGuardIsAnOrdinaryObject() throws NoSuchMethodException {
        assertEquals(guard, guard);
        assertNotEquals(guard, ConsoleFormCheck.of(Handler.class, Refusal.class, ids));
        assertEquals(guard.hashCode(), guard.hashCode());
        assertEquals("ConsoleFormCheck", guard.toString());
    }
}
