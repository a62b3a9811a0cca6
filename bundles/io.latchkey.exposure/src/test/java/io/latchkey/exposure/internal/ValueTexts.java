// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Values as tables of expectations write them: true is 1, false is 0, numbers have at most four decimals. */
final class ValueTexts {
    private static final int MOST_DECIMALS = 4;

    private ValueTexts() {}

    static Value value(CharacteristicType type, String text) {
        return switch (type.format()) {
            case BOOL -> Value.of(!text.equals("0"));
            case STRING -> Value.of(text);
            case FLOAT -> Value.of(Double.parseDouble(text));
            default -> Value.of(Long.parseLong(text));
        };
    }

    static String text(Value value) {
        if (value instanceof Value.Bool bool) {
            return bool.on() ? "1" : "0";
        }
        if (value instanceof Value.Whole whole) {
            return String.valueOf(whole.number());
        }
        return value instanceof Value.Decimal decimal
                ? plain(BigDecimal.valueOf(decimal.number()).setScale(MOST_DECIMALS, RoundingMode.HALF_UP))
                : ((Value.Text) value).text();
    }

    /** Numbers without a fraction are told either way. */
    static String plain(String command) {
        return command.endsWith(".0") ? command.substring(0, command.length() - 2) : command;
    }

    /** A number without zeros behind its fraction. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
