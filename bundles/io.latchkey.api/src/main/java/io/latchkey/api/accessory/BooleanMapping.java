// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Two states: {@link Mappings#bool} and {@link Mappings#below}. Stateless.
 *
 * @param option names the option with the threshold; empty when numbers count as true above zero
 * @param preset the threshold without the option
 */
record BooleanMapping(Optional<String> option, BigDecimal preset) implements Mapping {

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
    public List<Setting> settings() {
        return option.map(name -> List.of(
                        Setting.INVERTED,
                        Setting.number(name, "true below this number, %d without it".formatted(preset.intValue()))))
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
        return NumberMapping.number(state, Units.PLAIN, context.item()).map(number -> ofNumber(number, context));
    }

    private boolean ofNumber(BigDecimal number, MappingContext context) {
        if (option.isEmpty()) {
            return number.signum() > 0;
        }
        BigDecimal threshold = Units.option(context, option.get())
                .map(ItemState.Quantity::number)
                .orElse(preset);
        return number.compareTo(threshold) < 0;
    }

    private static Optional<Boolean> ofText(String text) {
        return switch (text.trim().toUpperCase(Locale.ROOT)) {
            case "ON", "OPEN", "OPENED", "TRUE", "YES", "1" -> Optional.of(true);
            case "OFF", "CLOSED", "CLOSE", "FALSE", "NO", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
