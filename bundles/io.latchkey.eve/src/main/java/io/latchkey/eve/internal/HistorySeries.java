// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which values the entries of an accessory have, and of which characteristics they are. Pure.
 *
 * @param sources in the order of their tags
 */
record HistorySeries(List<Source> sources) {
    private static final int MOST_VALUES = 7;

    /** Keeps a copy. */
    HistorySeries {
        sources = List.copyOf(sources);
    }

    /**
     * Where a value is from.
     *
     * @param point its kind
     * @param service the key of the service
     * @param type of the characteristic
     */
    record Source(DataPoint point, String service, CharacteristicType type) {}

    /** That of these services: of each kind the first, seven values at most. */
    static HistorySeries of(Collection<Service> services) {
        List<Source> sources = new ArrayList<>();
        int width = 0;
        for (DataPoint point : DataPoint.values()) {
            List<Source> found = sources(point, services);
            if (!found.isEmpty() && width + point.width() <= MOST_VALUES) {
                sources.add(found.get(0));
                width += point.width();
            }
        }
        return new HistorySeries(sources);
    }

    boolean isEmpty() {
        return sources.isEmpty();
    }

    /** How the status names the values: how many, and tag and length of each. */
    byte[] signature() {
        List<Integer> named = new ArrayList<>();
        sources.forEach(source -> named.addAll(source.point().signature()));
        byte[] signature = new byte[1 + named.size()];
        signature[0] = (byte) (named.size() / 2);
        for (int i = 0; i < named.size(); i++) {
            signature[i + 1] = named.get(i).byteValue();
        }
        return signature;
    }

    /**
     * Masks and values of the entries that tell these values: one, or more where one hasn't the room.
     *
     * @param values those that are known
     */
    List<Values> entries(Map<DataPoint, Double> values) {
        List<Values> entries = new ArrayList<>();
        int bit = 0;
        Values filling = Values.NONE;
        for (Source source : sources) {
            Double value = values.get(source.point());
            if (value != null) {
                byte[] more = source.point().encode(value);
                if (filling.bytes().length + more.length > HistoryEntry.MOST_VALUES) {
                    entries.add(filling);
                    filling = Values.NONE;
                }
                filling = filling.with(source.point().mask(value) << bit, more);
            }
            bit += source.point().width();
        }
        if (filling.mask() != 0) {
            entries.add(filling);
        }
        return entries;
    }

    /** Whether a contact is open or something moves, as an entry tells it; empty when it tells nothing of that. */
    Optional<Boolean> isActive(int mask, byte[] values) {
        int bit = 0;
        int at = 0;
        for (Source source : sources) {
            boolean isTold = (mask >> bit & 1) == 1;
            if (source.point().isActivation()) {
                return isTold && at < values.length ? Optional.of(values[at] == 1) : Optional.empty();
            }
            at += isTold ? source.point().encode(0).length : 0;
            bit += source.point().width();
        }
        return Optional.empty();
    }

    /**
     * What an entry tells.
     *
     * @param mask which values
     * @param bytes the values
     */
    record Values(int mask, byte[] bytes) {
        private static final Values NONE = new Values(0, new byte[0]);

        private Values with(int moreMask, byte[] more) {
            byte[] all = new byte[bytes.length + more.length];
            System.arraycopy(bytes, 0, all, 0, bytes.length);
            System.arraycopy(more, 0, all, bytes.length, more.length);
            return new Values(mask | moreMask, all);
        }
    }

    private static List<Source> sources(DataPoint point, Collection<Service> services) {
        List<Source> found = new ArrayList<>();
        for (Service service : services) {
            for (Characteristic each : service.characteristics()) {
                if (point.isOf(service.type(), each.type().uuid())) {
                    found.add(new Source(point, service.key(), each.type()));
                }
            }
        }
        return found;
    }
}
