// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import io.latchkey.api.model.HapUuid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service as the old add-on showed it. Its own notes keep services in their order, those that are linked to one right
 * behind it, but characteristics by name: their order has to be known from elsewhere.
 *
 * @param type what it is
 * @param characteristics what it has, in no meaningful order
 */
record OldService(HapUuid type, List<HapUuid> characteristics) {
    OldService {
        characteristics = List.copyOf(characteristics);
    }

    /** The services of one accessory; empty when the note can't be read. */
    static Optional<List<OldService>> of(Object note) {
        Optional<Object> read = note instanceof String text ? JsonReader.read(text) : Optional.of(note);
        try {
            List<OldService> services = new ArrayList<>();
            read.ifPresent(each -> add(each, services));
            return services.isEmpty() ? Optional.empty() : Optional.of(services);
        } catch (IllegalArgumentException noTypes) {
            return Optional.empty();
        }
    }

    private static void add(Object list, List<OldService> services) {
        for (Map<?, ?> service : JsonReader.objects(list)) {
            services.add(new OldService(
                    type(service),
                    Stream.concat(
                                    JsonReader.objects(service.get("c")).stream(),
                                    JsonReader.objects(service.get("characteristics")).stream())
                            .map(OldService::type)
                            .toList()));
            add(service.get("ls"), services);
        }
    }

    private static HapUuid type(Map<?, ?> json) {
        return new HapUuid(String.valueOf(json.get("type")));
    }
}
