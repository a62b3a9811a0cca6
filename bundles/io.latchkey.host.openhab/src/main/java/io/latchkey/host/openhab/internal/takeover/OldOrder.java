// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import io.latchkey.api.model.Catalogue;
import io.latchkey.api.model.HapUuid;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * In which order the old add-on numbered the characteristics of a service. Those that every service of the type has come
 * first, in an order of their own; a single further one follows them. More than one followed in an order that changed
 * from start to start, so nobody can know it. Immutable.
 */
final class OldOrder {
    /** The table beside this class. */
    static final OldOrder KNOWN = load();

    private final Map<String, HapUuid> services = new LinkedHashMap<>();
    private final Map<HapUuid, List<HapUuid>> first = new HashMap<>();

    private OldOrder() {}

    /** The words for items that give such a service; the usual one first. */
    List<String> words(HapUuid service) {
        return services.entrySet().stream()
                .filter(entry -> entry.getValue().equals(service))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What every service of the type begins with; empty for a type that isn't known. */
    List<HapUuid> first(HapUuid service) {
        return first.getOrDefault(service, List.of());
    }

    /** How far behind the number of the service each of its characteristics was; only those that are certain. */
    Map<HapUuid, Integer> certain(OldService service) {
        List<HapUuid> begin = first(service.type());
        Map<HapUuid, Integer> places = new LinkedHashMap<>();
        if (begin.isEmpty() || !service.characteristics().containsAll(begin)) {
            return places;
        }
        List<HapUuid> further = service.characteristics().stream()
                .filter(type -> !begin.contains(type))
                .toList();
        Stream<HapUuid> known = Stream.concat(begin.stream(), further.size() == 1 ? further.stream() : Stream.empty());
        known.forEach(type -> places.put(type, places.size() + 1));
        return places;
    }

    private static OldOrder load() {
        OldOrder order = new OldOrder();
        try (InputStream table = OldOrder.class.getResourceAsStream("old-order.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .forEach(order::add);
            return order;
        } catch (IOException e) {
            throw new UncheckedIOException("the old order can't be read", e);
        }
    }

    private void add(String[] row) {
        HapUuid service = Catalogue.service(row[1]).uuid();
        services.put(row[0], service);
        first.put(
                service,
                Stream.of(row[2].split(","))
                        .map(name -> Catalogue.characteristic(name).uuid())
                        .toList());
    }
}
