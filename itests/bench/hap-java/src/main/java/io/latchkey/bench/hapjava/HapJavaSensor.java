// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.hapjava;

import io.github.hapjava.accessories.TemperatureSensorAccessory;
import io.github.hapjava.characteristics.HomekitCharacteristicChangeCallback;
import java.util.concurrent.CompletableFuture;

/** A temperature that never changes. */
final class HapJavaSensor extends HapJavaAccessory implements TemperatureSensorAccessory {
    HapJavaSensor(int id, String name) {
        super(id, name);
    }

    @Override
    public CompletableFuture<Double> getCurrentTemperature() {
        return CompletableFuture.completedFuture(21.5);
    }

    @Override
    public void subscribeCurrentTemperature(HomekitCharacteristicChangeCallback callback) {
        // never changes
    }

    @Override
    public void unsubscribeCurrentTemperature() {
        // never changes
    }
}
