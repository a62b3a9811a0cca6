// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.testkit;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A lamp with a button, for one bridge, which says and does what the test wants. */
final class LampProvider implements AccessoryProvider {
    static final String KEY = "lamp";

    volatile AccessorySink sink;
    volatile boolean busy;
    private volatile Value level = Value.of(140);

    final Characteristic on = Characteristic.of(CharacteristicTypes.ON)
            .read(() -> answered(Value.TRUE))
            .write(write -> answered(Value.NULL))
            .build();
    final Characteristic brightness = Characteristic.of(CharacteristicTypes.BRIGHTNESS)
            .value(() -> level)
            .onWrite(written -> level = written)
            .build();
    final Characteristic press = Characteristic.of(CharacteristicTypes.PROGRAMMABLE_SWITCH_EVENT)
            .value(() -> Value.of(0))
            .build();

    @Override
    public String id() {
        return "io.latchkey.itests.testkit";
    }

    @Override
    public AutoCloseable open(BridgeView bridge, AccessorySink opened) {
        sink = opened;
        put();
        sink.complete();
        return () -> {};
    }

    void put() {
        sink.put(Accessory.of(KEY)
                .with(Service.of(ServiceTypes.LIGHTBULB)
                        .with(on)
                        .with(brightness)
                        .build())
                .with(Service.of(ServiceTypes.STATELESS_PROGRAMMABLE_SWITCH)
                        .with(press)
                        .build())
                .build());
    }

    private CompletionStage<Value> answered(Value value) {
        return busy
                ? CompletableFuture.failedFuture(new HapStatusException(HapStatus.BUSY, "busy"))
                : CompletableFuture.completedFuture(value);
    }
}
