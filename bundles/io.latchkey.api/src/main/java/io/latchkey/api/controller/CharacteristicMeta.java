// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

import io.latchkey.api.model.Format;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Format, unit and limits of a characteristic as its accessory tells them (HAP specification R2, table 6-3); where nothing
 * is told, the definition of the type holds.
 *
 * @param format empty also for a format without a meaning
 * @param unit as told; makers have units of their own
 * @param description for people
 * @param minimum the least value of a number
 * @param maximum the largest value of a number
 * @param step between two values of a number
 * @param textLength the most bytes of a text
 * @param dataLength the most bytes of data
 * @param validValues the values of an enumeration that it takes; empty for all
 */
public record CharacteristicMeta(
        Optional<Format> format,
        Optional<String> unit,
        Optional<String> description,
        Optional<BigDecimal> minimum,
        Optional<BigDecimal> maximum,
        Optional<BigDecimal> step,
        OptionalInt textLength,
        OptionalInt dataLength,
        List<Long> validValues) {
    /** Nothing is told. */
    public static final CharacteristicMeta NONE = new CharacteristicMeta(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            List.of());

    /** Keeps a copy. */
    public CharacteristicMeta {
        validValues = List.copyOf(validValues);
    }
}
