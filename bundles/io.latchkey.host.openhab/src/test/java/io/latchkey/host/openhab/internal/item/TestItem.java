// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openhab.core.items.GenericItem;
import org.openhab.core.library.items.NumberItem;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.HSBType;
import org.openhab.core.library.types.IncreaseDecreaseType;
import org.openhab.core.library.types.NextPreviousType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.PercentType;
import org.openhab.core.library.types.PlayPauseType;
import org.openhab.core.library.types.PointType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.RewindFastforwardType;
import org.openhab.core.library.types.StopMoveType;
import org.openhab.core.library.types.StringListType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.library.types.UpDownType;
import org.openhab.core.types.Command;
import org.openhab.core.types.CommandDescription;
import org.openhab.core.types.CommandOption;
import org.openhab.core.types.RefreshType;
import org.openhab.core.types.State;
import org.openhab.core.types.StateDescription;

/** An item of openHAB that takes the commands which openHAB's item of that type takes. */
final class TestItem extends GenericItem {
    private static final Map<String, List<Class<? extends Command>>> COMMANDS = Map.ofEntries(
            Map.entry("Switch", List.of(OnOffType.class, RefreshType.class)),
            Map.entry(
                    "Dimmer",
                    List.of(PercentType.class, OnOffType.class, IncreaseDecreaseType.class, RefreshType.class)),
            Map.entry(
                    "Color",
                    List.of(
                            HSBType.class,
                            PercentType.class,
                            OnOffType.class,
                            IncreaseDecreaseType.class,
                            RefreshType.class)),
            Map.entry("Contact", List.of(RefreshType.class)),
            Map.entry(
                    "Rollershutter",
                    List.of(PercentType.class, UpDownType.class, StopMoveType.class, RefreshType.class)),
            Map.entry("String", List.of(StringType.class, RefreshType.class)),
            Map.entry("DateTime", List.of(DateTimeType.class, RefreshType.class)),
            Map.entry(
                    "Player",
                    List.of(
                            PlayPauseType.class,
                            RewindFastforwardType.class,
                            NextPreviousType.class,
                            RefreshType.class)),
            Map.entry("Location", List.of(PointType.class, RefreshType.class)),
            Map.entry("Image", List.of(RefreshType.class)),
            Map.entry("Call", List.of(StringListType.class, RefreshType.class)));

    StateDescription description;
    int asked;
    List<CommandOption> options = List.of();

    private TestItem(String type, String name) {
        super(type, name);
    }

    /** An item, such as one of type {@code Dimmer} or {@code Number}. */
    static GenericItem of(String type, String name) {
        return type.equals("Number") ? new NumberItem(name) : new TestItem(type, name);
    }

    static GenericItem of(String type, String name, State state) {
        GenericItem item = of(type, name);
        item.setState(state);
        return item;
    }

    /** A number with a unit. */
    static NumberItem measuring(String dimension, String unit, String name) {
        return new NumberItem(name) {
            @Override
            public String getType() {
                return "Number:" + dimension;
            }

            @Override
            public String getUnitSymbol() {
                return unit;
            }
        };
    }

    @Override
    public List<Class<? extends State>> getAcceptedDataTypes() {
        return List.of();
    }

    @Override
    public List<Class<? extends Command>> getAcceptedCommandTypes() {
        return COMMANDS.getOrDefault(getType(), List.of(DecimalType.class, QuantityType.class));
    }

    @Override
    public StateDescription getStateDescription(Locale locale) {
        asked++;
        return description;
    }

    @Override
    public CommandDescription getCommandDescription(Locale locale) {
        return options.isEmpty() ? null : () -> options;
    }

    /** A description of numbers up to a limit. */
    static StateDescription upTo(int maximum) {
        return new Description(null, java.math.BigDecimal.valueOf(maximum), null, null, false, List.of());
    }

    /** openHAB makes descriptions only itself. */
    static final class Description extends StateDescription {
        Description(
                java.math.BigDecimal minimum,
                java.math.BigDecimal maximum,
                java.math.BigDecimal step,
                String pattern,
                boolean readOnly,
                List<org.openhab.core.types.StateOption> options) {
            super(minimum, maximum, step, pattern, readOnly, options);
        }
    }
}
