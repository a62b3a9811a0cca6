// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What a fresh install asks of the real machine. */
class ThisMachineTest {
    @Test
    void aPortThatSomebodyHasIsNotFree() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
            assertFalse(new ThisMachine(context("io.latchkey.server")).isFree(port));
        }
        assertTrue(new ThisMachine(context("io.latchkey.server")).isFree(port));
    }

    /** It is installed and may start later: it would find its port taken. */
    @Test
    void noPortIsFreeBesideTheOtherAddOn() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        assertFalse(new ThisMachine(context("org.openhab.io.homekit")).isFree(port));
    }

    @Test
    void onlyAddressesOfThisMachineAreFound() {
        ThisMachine machine = new ThisMachine(context("io.latchkey.server"));
        assertEquals(Optional.of("127.0.0.1"), machine.find("127.0.0.1"));
        assertEquals(Optional.of("127.0.0.1"), machine.find("localhost"));
        assertEquals(Optional.empty(), machine.find("192.0.2.1"));
        assertEquals(Optional.empty(), machine.find("999.1.2.3"));
    }

    private static BundleContext context(String bundle) {
        return fake(BundleContext.class, new Bundle[] {fake(Bundle.class, bundle)});
    }

    private static <T> T fake(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }
}
