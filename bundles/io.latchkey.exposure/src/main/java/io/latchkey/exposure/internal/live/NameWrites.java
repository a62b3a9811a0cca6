// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.LegalName;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Judges the names that controllers write. A name with a letter or digit in it is taken as people wrote it: phones know
 * best what they show, and type apostrophes that Apple's own rules for accessories don't have. Stateless.
 */
final class NameWrites {
    private NameWrites() {}

    /** Whether that is a name which people can read. */
    static boolean isName(Value value) {
        return value instanceof Value.Text text
                && text.text().codePoints().noneMatch(Character::isISOControl)
                && LegalName.of(text.text()).isPresent();
    }

    /** The writer of a characteristic; where that is a name, it never hears of what is none. */
    static Function<Write, CompletionStage<Value>> judged(
            CharacteristicType type, Function<Write, CompletionStage<Value>> writer) {
        return type.equals(CharacteristicTypes.CONFIGURED_NAME)
                ? write -> isName(write.value())
                        ? writer.apply(write)
                        : WriteAnswers.refused(HapStatus.INVALID_VALUE, "this is no name")
                : writer;
    }
}
