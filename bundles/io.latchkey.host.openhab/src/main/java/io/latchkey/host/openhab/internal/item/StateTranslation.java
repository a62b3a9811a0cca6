// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import java.util.Optional;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.RawType;
import org.openhab.core.types.State;
import org.openhab.core.types.UnDefType;

/**
 * What a state of openHAB is in our words. Pure. Numbers and moments are taken as they are; everything else by its
 * text, as openHAB's REST interface shows it, so that all hosts understand a state alike.
 */
final class StateTranslation {
    private StateTranslation() {}

    /**
     * Reads a state.
     *
     * @param type the kind of item; for a group its base type
     * @return empty when an item of that kind can't have such a state
     */
    static Optional<ItemState> read(ItemType type, State state) {
        if (state instanceof UnDefType missing) {
            return Optional.of(missing == UnDefType.NULL ? ItemState.Missing.NULL : ItemState.Missing.UNDEF);
        }
        if (state instanceof RawType) {
            return Optional.of(ItemState.Missing.UNDEF);
        }
        if (type == ItemType.NUMBER && state instanceof QuantityType<?> quantity) {
            return Optional.of(new ItemState.Quantity(quantity.toBigDecimal(), unit(quantity)));
        }
        if (type == ItemType.NUMBER && state instanceof DecimalType number) {
            return Optional.of(new ItemState.Quantity(number.toBigDecimal(), Optional.empty()));
        }
        if (type == ItemType.DATETIME && state instanceof DateTimeType moment) {
            return Optional.of(new ItemState.Moment(moment.getInstant()));
        }
        return ItemState.parse(type, state.toFullString());
    }

    /** The symbol behind the number; read from the text because that spares us the unit's own API. */
    private static Optional<String> unit(QuantityType<?> quantity) {
        String text = quantity.toFullString();
        int space = text.indexOf(' ');
        return space < 0 ? Optional.empty() : Optional.of(text.substring(space + 1));
    }
}
