// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a kind of equipment may be in Home. Immutable.
 *
 * @param main the services of which it is the first that its points suffice for
 * @param further the services that further points make
 * @param remark what people should know, or empty
 */
record EquipmentServices(List<ServiceChoice> main, List<ServiceChoice> further, String remark) {
    private static final String NOTHING = "-";

    /** Reads alternatives and additions, such as {@code Door | ContactSensor + Lock}. */
    static EquipmentServices of(String text, String remark) {
        List<String> parts = List.of(text.split(" \\+ "));
        return new EquipmentServices(
                Stream.of(parts.get(0).split(" \\| "))
                        .filter(part -> !part.equals(NOTHING))
                        .map(ServiceChoice::of)
                        .toList(),
                parts.stream()
                        .skip(1)
                        .map(ServiceChoice::of)
                        .map(ServiceChoice::strict)
                        .toList(),
                remark);
    }
}
