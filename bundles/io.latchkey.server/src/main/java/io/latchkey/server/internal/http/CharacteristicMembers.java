// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Unit;
import io.latchkey.api.model.Value;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.json.JsonNumbers;
import io.latchkey.server.internal.json.JsonOutput;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** Writes what a characteristic is and has, alike in all answers (HAP specification R2, table 6-3). */
public final class CharacteristicMembers {
    private CharacteristicMembers() {}

    /** The value. */
    public static void value(JsonOutput output, PublishedCharacteristic characteristic, Value value) {
        output.member("value", value, characteristic.format() == Format.UINT64);
    }

    static void type(JsonOutput output, PublishedCharacteristic characteristic) {
        output.member("type", characteristic.definition().type().uuid().text());
    }

    static void permissions(JsonOutput output, PublishedCharacteristic characteristic) {
        output.array(
                "perms",
                Arrays.stream(Permission.values())
                        .filter(characteristic::allows)
                        .toList(),
                permission -> output.element(permission.wireName()));
    }

    /** Format, unit and limits. */
    static void meta(JsonOutput output, PublishedCharacteristic characteristic) {
        Characteristic definition = characteristic.definition();
        output.member("format", characteristic.format().wireName());
        Optional<Unit> unit = definition.type().unit();
        if (unit.isPresent()) {
            output.member("unit", unit.get().wireName());
        }
        if (definition.description().isPresent()) {
            output.member("description", definition.description().get());
        }
        limits(output, characteristic.format(), definition.constraints());
    }

    private static void limits(JsonOutput output, Format format, Constraints limits) {
        if (format.isNumeric()) {
            number(output, "minValue", limits.minimum());
            number(output, "maxValue", limits.maximum());
            number(output, "minStep", limits.step());
        }
        if (format.isInteger() && !limits.validValues().isEmpty()) {
            output.array("valid-values", limits.validValues(), output::element);
        }
        if (format == Format.STRING && limits.textLength().isPresent()) {
            output.member("maxLen", limits.textLength().getAsInt());
        }
        if (format == Format.DATA && limits.dataLength().isPresent()) {
            output.member("maxDataLen", limits.dataLength().getAsInt());
        }
    }

    private static void number(JsonOutput output, String name, Optional<BigDecimal> limit) {
        if (limit.isPresent()) {
            output.number(name, JsonNumbers.exact(limit.get()));
        }
    }
}
