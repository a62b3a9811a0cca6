// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.fake;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A lamp with a colour temperature of 153 to 400 mired and a colour, which remembers what it was told. */
public final class WarmLamp {
    private final Map<CharacteristicType, Value> values = new HashMap<>(Map.of(
            CharacteristicTypes.ON, Value.TRUE,
            CharacteristicTypes.BRIGHTNESS, Value.of(50L),
            CharacteristicTypes.COLOR_TEMPERATURE, Value.of(200L),
            CharacteristicTypes.HUE, Value.of(0.0),
            CharacteristicTypes.SATURATION, Value.of(0.0)));
    private final Map<CharacteristicType, Characteristic> definitions = new HashMap<>();
    private final List<Long> warmths = new CopyOnWriteArrayList<>();
    private final Accessory accessory;
    private volatile boolean mute;

    /** A lamp of that key. */
    public WarmLamp(String key) {
        Service.Builder service = Service.of(ServiceTypes.LIGHTBULB).primary();
        service.with(definition(CharacteristicTypes.ON, Constraints.NONE));
        service.with(definition(CharacteristicTypes.BRIGHTNESS, CharacteristicTypes.BRIGHTNESS.constraints()));
        service.with(definition(
                CharacteristicTypes.COLOR_TEMPERATURE,
                CharacteristicTypes.COLOR_TEMPERATURE.constraints().range(153, 400)));
        service.with(definition(CharacteristicTypes.HUE, CharacteristicTypes.HUE.constraints()));
        service.with(definition(CharacteristicTypes.SATURATION, CharacteristicTypes.SATURATION.constraints()));
        accessory = Accessory.of(key).name(key).with(service.build()).build();
    }

    private Characteristic definition(CharacteristicType type, Constraints limits) {
        Characteristic definition = Characteristic.of(type)
                .constraints(limits)
                .value(() -> read(type))
                .onWrite(value -> write(type, value))
                .direct()
                .build();
        definitions.put(type, definition);
        return definition;
    }

    /** The definition. */
    public Accessory accessory() {
        return accessory;
    }

    /** The handle of one of its characteristics. */
    public Characteristic definition(CharacteristicType type) {
        return definitions.get(type);
    }

    /** Changes it by hand. */
    public void set(CharacteristicType type, Value value) {
        values.put(type, value);
    }

    /** Lets it answer reads, or not. */
    public void mute(boolean isMute) {
        mute = isMute;
    }

    /** The colour temperatures that it was told, in order; forgotten by this look at them. */
    public List<Long> takeWarmths() {
        List<Long> taken = List.copyOf(warmths);
        warmths.clear();
        return taken;
    }

    private Value read(CharacteristicType type) {
        if (mute) {
            throw new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "out of reach");
        }
        return values.get(type);
    }

    private void write(CharacteristicType type, Value value) {
        values.put(type, value);
        if (type.equals(CharacteristicTypes.COLOR_TEMPERATURE)) {
            warmths.add(((Value.Whole) value).number());
        }
    }
}
