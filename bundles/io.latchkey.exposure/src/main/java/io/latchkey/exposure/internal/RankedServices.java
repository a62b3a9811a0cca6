// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Constants;

/**
 * The services of one kind that are there, the highest ranking first, of two with one ranking the older first.
 * Thread-safe.
 *
 * @param <T> the kind
 */
final class RankedServices<T> {
    private final List<Entry<T>> entries = new ArrayList<>();

    synchronized void add(T service, Map<String, Object> properties) {
        entries.add(new Entry<>(
                service,
                number(properties.get(Constants.SERVICE_RANKING)),
                number(properties.get(Constants.SERVICE_ID))));
        entries.sort(Comparator.<Entry<T>>comparingLong(entry -> -entry.ranking).thenComparingLong(entry -> entry.id));
    }

    synchronized void remove(T service) {
        entries.removeIf(entry -> entry.service == service);
    }

    synchronized List<T> all() {
        return entries.stream().map(Entry::service).toList();
    }

    private static long number(Object property) {
        return property instanceof Number number ? number.longValue() : 0;
    }

    private record Entry<T>(T service, long ranking, long id) {}
}
