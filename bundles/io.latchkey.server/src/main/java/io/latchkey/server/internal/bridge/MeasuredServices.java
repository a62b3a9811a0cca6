// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.CountingBridge;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.server.internal.work.SerialQueue;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Publishes the measures of bridges as services. Whoever uses a service is called when it comes and goes, so that is done on
 * {@code latchkey-home}, one after the other, and never under a lock of a bridge. What is left when the bundle stops the
 * framework takes away.
 */
final class MeasuredServices implements MeasuresPublisher {
    private final BundleContext context;
    private final SerialQueue queue;

    MeasuredServices(BundleContext context, Workers workers) {
        this.context = context;
        this.queue = new SerialQueue(workers);
    }

    /** One service. Its parts are touched in the queue alone. */
    private final class Publication {
        private final CountingBridge bridge;
        private Optional<ServiceRegistration<CountingBridge>> registration = Optional.empty();

        private Publication(CountingBridge bridge) {
            this.bridge = bridge;
        }

        private void begin() {
            registration = Optional.of(context.registerService(
                    CountingBridge.class, bridge, new Hashtable<>(Map.of(CountingBridge.BRIDGE, bridge.id()))));
        }

        private void end() {
            registration.ifPresent(ServiceRegistration::unregister);
            registration = Optional.empty();
        }
    }

    @Override
    public Runnable publish(CountingBridge bridge) {
        Publication publication = new Publication(bridge);
        queue.add(() -> ifRunning(publication::begin));
        return () -> queue.add(() -> ifRunning(publication::end));
    }

    /** A bundle that has stopped has no services any more. */
    private static void ifRunning(Runnable change) {
        try {
            change.run();
        } catch (IllegalStateException stopped) {
            return;
        }
    }
}
