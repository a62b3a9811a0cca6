// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import io.latchkey.api.extension.ExtendedService;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Service;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in an accessory that is published the values of its history are, and where it is told.
 *
 * @param key names the accessory
 * @param series which values entries have
 * @param points what characteristics tell that the series names
 * @param status the address of the status
 * @param activation that of the last activation
 */
record HistoryPlace(
        HistoryKey key,
        HistorySeries series,
        Map<CharacteristicId, DataPoint> points,
        CharacteristicId status,
        Optional<CharacteristicId> activation) {

    /** Keeps a copy. */
    HistoryPlace {
        points = Map.copyOf(points);
    }

    /** That in the services of an accessory; empty when it has no history. */
    static Optional<HistoryPlace> of(HistoryKey key, Collection<ExtendedService> services) {
        List<Service> definitions =
                services.stream().map(ExtendedService::definition).toList();
        HistorySeries series = HistorySeries.of(definitions);
        Map<CharacteristicId, DataPoint> points = new HashMap<>();
        for (HistorySeries.Source source : series.sources()) {
            services.stream()
                    .filter(each -> each.key().service().equals(source.service()))
                    .flatMap(each -> each.find(source.type()).stream())
                    .forEach(id -> points.put(id, source.point()));
        }
        return find(services, EveTypes.STATUS)
                .filter(id -> !series.isEmpty())
                .map(id -> new HistoryPlace(key, series, points, id, find(services, EveTypes.LAST_ACTIVATION)));
    }

    private static Optional<CharacteristicId> find(Collection<ExtendedService> services, CharacteristicType type) {
        return services.stream().flatMap(each -> each.find(type).stream()).findFirst();
    }
}
