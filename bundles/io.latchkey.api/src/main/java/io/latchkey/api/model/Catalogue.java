// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All services and characteristics that Apple defines, read once from the table beside this class. Immutable, safe for
 * all threads.
 */
public final class Catalogue {
    private static final Map<String, CharacteristicType> CHARACTERISTICS = new LinkedHashMap<>();
    private static final Map<String, ServiceType> SERVICES = new LinkedHashMap<>();
    private static final Map<HapUuid, CharacteristicType> BY_UUID = new HashMap<>();

    static {
        load();
    }

    private Catalogue() {}

    /** All characteristics, by ascending type. */
    public static Collection<CharacteristicType> characteristics() {
        return Collections.unmodifiableCollection(CHARACTERISTICS.values());
    }

    /** All services, by ascending type. */
    public static Collection<ServiceType> services() {
        return Collections.unmodifiableCollection(SERVICES.values());
    }

    /**
     * The characteristic of a name such as {@code CurrentTemperature}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static CharacteristicType characteristic(String name) {
        return existing(CHARACTERISTICS, name);
    }

    /**
     * The service of a name such as {@code Lightbulb}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ServiceType service(String name) {
        return existing(SERVICES, name);
    }

    /** The characteristic of a type on the wire, empty when Apple defines none. */
    public static Optional<CharacteristicType> characteristic(HapUuid uuid) {
        return Optional.ofNullable(BY_UUID.get(uuid));
    }

    private static <T> T existing(Map<String, T> rows, String name) {
        T row = rows.get(name);
        if (row == null) {
            throw new IllegalArgumentException("the catalogue has no " + name);
        }
        return row;
    }

    private static void load() {
        try (InputStream table = Catalogue.class.getResourceAsStream("catalogue.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(line.split("\\|", -1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue can't be read", e);
        }
    }

    private static void add(String[] row) {
        if (row[0].equals("C")) {
            CharacteristicType type = asCharacteristic(row);
            CHARACTERISTICS.put(type.name(), type);
            BY_UUID.put(type.uuid(), type);
        } else if (row[0].equals("S")) {
            SERVICES.put(
                    row[1], new ServiceType(row[1], row[2], new HapUuid(row[3]), asTypes(row[4]), asTypes(row[5])));
        }
    }

    private static CharacteristicType asCharacteristic(String[] row) {
        Map<String, Integer> values = new LinkedHashMap<>();
        for (String value : list(row[11])) {
            int equals = value.indexOf('=');
            values.put(value.substring(0, equals), Integer.valueOf(value.substring(equals + 1)));
        }
        return new CharacteristicType(
                row[1],
                row[2],
                new HapUuid(row[3]),
                Format.ofWireName(row[4]),
                row[5].isEmpty() ? Optional.empty() : Optional.of(Unit.ofWireName(row[5])),
                list(row[6]).stream().map(Permission::ofWireName).collect(Collectors.toSet()),
                asConstraints(row),
                values,
                EventUrgency.valueOf(row[12]),
                Set.copyOf(list(row[13]).stream()
                        .map(CharacteristicType.Trait::valueOf)
                        .toList()));
    }

    private static Constraints asConstraints(String[] row) {
        Constraints limits = Constraints.NONE;
        if (!row[7].isEmpty() && !row[8].isEmpty()) {
            limits = limits.range(Double.parseDouble(row[7]), Double.parseDouble(row[8]));
        }
        if (!row[9].isEmpty()) {
            limits = limits.step(Double.parseDouble(row[9]));
        }
        return row[10].isEmpty() ? limits : limits.textLength(Integer.parseInt(row[10]));
    }

    private static List<CharacteristicType> asTypes(String names) {
        return list(names).stream().map(Catalogue::characteristic).toList();
    }

    private static List<String> list(String field) {
        return field.isEmpty() ? List.of() : Arrays.asList(field.split(","));
    }
}
