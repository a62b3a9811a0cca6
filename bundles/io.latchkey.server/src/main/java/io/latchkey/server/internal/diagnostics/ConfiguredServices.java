// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.diagnostics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** How Latchkey is configured, as its services tell it: what they were made with, setup codes blanked. Stateless. */
final class ConfiguredServices {
    private static final String CODE = "setupCode";
    private static final String OURS = "(service.pid=io.latchkey*)";
    private static final Pattern SECRET = Pattern.compile("(?i).*(code|password|secret|token).*");

    private ConfiguredServices() {}

    /** The settings of each configuration, one on a line. */
    static String of(BundleContext context) {
        return services(context)
                .map(ConfiguredServices::text)
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** The setup codes that stand in configurations. */
    static List<String> codes(BundleContext context) {
        return services(context)
                .map(service -> service.getProperty(CODE))
                .flatMap(code -> Optional.ofNullable(code).stream())
                .map(Object::toString)
                .filter(code -> !code.isBlank())
                .toList();
    }

    private static String text(ServiceReference<?> service) {
        return service.getProperty(Constants.SERVICE_PID) + "\n"
                + Arrays.stream(service.getPropertyKeys())
                        .filter(key -> !key.startsWith("service.") && !key.startsWith("component."))
                        .filter(key -> !key.equals(Constants.OBJECTCLASS))
                        .sorted(Comparator.naturalOrder())
                        .map(key -> "    " + key + " = " + value(key, service.getProperty(key)) + "\n")
                        .collect(Collectors.joining());
    }

    private static String value(String key, Object value) {
        if (SECRET.matcher(key).matches() && !value.toString().isBlank()) {
            return "[code]";
        }
        return value instanceof Object[] array ? Arrays.toString(array) : value.toString();
    }

    private static Stream<ServiceReference<?>> services(BundleContext context) {
        try {
            ServiceReference<?>[] all = context.getAllServiceReferences(null, OURS);
            return all == null ? Stream.empty() : Arrays.stream(all);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
