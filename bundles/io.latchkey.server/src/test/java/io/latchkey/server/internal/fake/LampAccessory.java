// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.fake;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.concurrent.atomic.AtomicReference;

/** A lamp that can be switched and dimmed, at once. */
public final class LampAccessory {
    private final AtomicReference<Value> on = new AtomicReference<>(Value.FALSE);
    private final AtomicReference<Value> brightness = new AtomicReference<>(Value.of(100L));
    private final Characteristic onDefinition;
    private final Characteristic brightnessDefinition;
    private final Accessory accessory;

    /** A lamp of that key and name. */
    public LampAccessory(String key) {
        onDefinition = Characteristic.of(CharacteristicTypes.ON)
                .value(on::get)
                .onWrite(on::set)
                .direct()
                .build();
        brightnessDefinition = Characteristic.of(CharacteristicTypes.BRIGHTNESS)
                .value(brightness::get)
                .onWrite(brightness::set)
                .direct()
                .build();
        accessory = Accessory.of(key)
                .name(key)
                .with(Service.of(ServiceTypes.LIGHTBULB)
                        .primary()
                        .with(onDefinition)
                        .with(brightnessDefinition)
                        .build())
                .build();
    }

    /** The definition. */
    public Accessory accessory() {
        return accessory;
    }

    /** The handle of its switch. */
    public Characteristic onDefinition() {
        return onDefinition;
    }

    /** The handle of its dimmer. */
    public Characteristic brightnessDefinition() {
        return brightnessDefinition;
    }

    /** Whether it is on. */
    public Value on() {
        return on.get();
    }

    /** Somebody at home switches it on; whoever has it tells the bridge. */
    public void switchOn() {
        on.set(Value.TRUE);
    }

    /** How bright it is. */
    public Value brightness() {
        return brightness.get();
    }
}
