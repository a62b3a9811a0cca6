// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Two states: {@link Mappings#bool} and {@link Mappings#below}. Stateless.
 *
 * @param threshold below which a number is true; empty when it is true above zero
 */
record BooleanMapping(Optional<Threshold> threshold) implements Mapping {

    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        return truth(state, context).map(truth -> Value.of(truth != context.isInverted(false)));
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        boolean on = value.equals(Value.TRUE) || value.equals(Value.of(1));
        return switch (context.itemType()) {
            case SWITCH, DIMMER, COLOR -> Optional.of(new ItemState.OnOff(on != context.isInverted(false)));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<String> remark(MappingContext context) {
        return threshold.flatMap(below -> below.remark(context));
    }

    @Override
    public List<Setting> settings() {
        return threshold
                .map(below -> List.of(Setting.INVERTED, below.setting()))
                .orElse(List.of(Setting.INVERTED));
    }

    private Optional<Boolean> truth(ItemState state, MappingContext context) {
        if (state instanceof ItemState.OnOff onOff) {
            return Optional.of(onOff.on());
        }
        if (state instanceof ItemState.OpenClosed contact) {
            return Optional.of(contact.open());
        }
        if (state instanceof ItemState.Text text) {
            return ofText(text.text());
        }
        return threshold.isPresent()
                ? threshold.get().isBelow(state, context)
                : NumberMapping.number(state, Measure.NUMBER, context.item()).map(number -> number.signum() > 0);
    }

    private static Optional<Boolean> ofText(String text) {
        return switch (text.trim().toUpperCase(Locale.ROOT)) {
            case "ON", "OPEN", "OPENED", "TRUE", "YES", "1" -> Optional.of(true);
            case "OFF", "CLOSED", "CLOSE", "FALSE", "NO", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
