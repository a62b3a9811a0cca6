// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.verb.VerbResult;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** What keeps a bridge of ours from taking over while the old add-on may still run. */
class ImportOpenhabRefusalIT extends OldAddonHome {
    @Test
    void theOldAddonMustNotRun() throws Exception {
        int port;
        try (ServerSocket itsPort = new ServerSocket(0)) {
            port = itsPort.getLocalPort();
            configureOldAddon(port);
            VerbResult refused = run("--apply");
            assertEquals(1, refused.status());
            assertTrue(Verbs.text(refused).contains("Port " + port), Verbs.text(refused));
        }
        Bundle addon = install("addon", TestBundle.of("org.openhab.io.homekit", Map.of(), List.of(Idle.class)));
        addon.start();
        VerbResult refused = run("--apply");
        assertEquals(1, refused.status());
        assertTrue(Verbs.text(refused).contains("feature:uninstall openhab-misc-homekit"), Verbs.text(refused));
        addon.stop();
        assertEquals(1, run("--from", "homekit1").status(), "it had one bridge only");
        assertEquals(0, run("--apply").status());
    }

    /** The old add-on, as seen from outside. */
    public static final class Idle implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            // being active is enough
        }

        @Override
        public void stop(BundleContext context) {
            // nothing to stop
        }
    }
}
