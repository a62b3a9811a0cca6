// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import io.latchkey.itests.FelixRuntime;
import io.latchkey.itests.TestBundle;
import io.latchkey.itests.contributor.MeterActivator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;

/** Light meters in a bundle of their own, and the hand that sets them. */
final class MeterBundle {
    private MeterBundle() {}

    /** Installs and starts that many meters. */
    static void install(FelixRuntime runtime, int meters) throws IOException, BundleException {
        Map<String, String> headers = Map.of("Meters", Integer.toString(meters));
        runtime.context()
                .installBundle(
                        "latchkey-itests:meters",
                        TestBundle.of("io.latchkey.itests.meters", headers, List.of(MeterActivator.class)))
                .start();
    }

    /** What sets a meter to a number of lux; calls return at once. */
    @SuppressWarnings("unchecked")
    static BiConsumer<Integer, Double> setter(FelixRuntime runtime) throws InvalidSyntaxException {
        BundleContext context = runtime.context();
        var found = context.getServiceReferences(BiConsumer.class, "(" + MeterActivator.SETTER + "=true)");
        return context.getService(found.iterator().next());
    }
}
