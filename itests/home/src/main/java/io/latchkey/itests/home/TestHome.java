// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.home;

import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Shows the accessories of the tests on every bridge; each bridge has its own. */
@Component
public final class TestHome implements AccessoryProvider {
    private final ScheduledExecutorService clock;

    /** Starts the thread on which the home changes by itself. */
    @Activate
    public TestHome() {
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "test-home");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void stop() {
        clock.shutdownNow();
    }

    @Override
    public String id() {
        return "test-home";
    }

    @Override
    public AutoCloseable open(BridgeView bridge, AccessorySink sink) {
        HomeAccessory gadget = new HomeAccessory(sink, clock);
        sink.put(gadget.accessory());
        sink.complete();
        return gadget::stop;
    }
}
