// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.itests.contributor.ShelfActivator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;

/** Switches in a bundle of their own, and what decides which a bridge has. */
final class Shelf {
    private final BiConsumer<String, List<String>> setter;
    private final Predicate<String> opened;

    /** Installs it; each bridge has these switches first. */
    @SuppressWarnings("unchecked")
    Shelf(FelixRuntime runtime, String... first) throws IOException, BundleException, InvalidSyntaxException {
        Map<String, String> headers = Map.of("Shelf", String.join(" ", first));
        BundleContext context = runtime.context();
        context.installBundle(
                        "latchkey-itests:shelf",
                        TestBundle.of("io.latchkey.itests.shelf", headers, List.of(ShelfActivator.class)))
                .start();
        setter = service(context, BiConsumer.class);
        opened = service(context, Predicate.class);
    }

    private static <T> T service(BundleContext context, Class<T> type) throws InvalidSyntaxException {
        return context.getService(context.getServiceReferences(type, "(" + ShelfActivator.SETTER + "=true)")
                .iterator()
                .next());
    }

    /** Whether a bridge has it: that begins later than the bridge, and ends later, too. */
    boolean isOn(String bridge) {
        return opened.test(bridge);
    }

    /** Shows these switches on a bridge, in this order, in place of those before. */
    void show(String bridge, String... names) {
        setter.accept(bridge, List.of(names));
    }
}
