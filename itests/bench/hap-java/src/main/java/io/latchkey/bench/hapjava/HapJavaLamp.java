// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.hapjava;

import io.github.hapjava.accessories.LightbulbAccessory;
import io.github.hapjava.accessories.optionalcharacteristic.AccessoryWithBrightness;
import io.github.hapjava.accessories.optionalcharacteristic.AccessoryWithColor;
import io.github.hapjava.characteristics.HomekitCharacteristicChangeCallback;
import java.util.concurrent.CompletableFuture;

/** A lamp that keeps what is written and tells those who have subscribed to its switch. */
final class HapJavaLamp extends HapJavaAccessory implements LightbulbAccessory, AccessoryWithBrightness, AccessoryWithColor {
    private volatile boolean on = true;
    private volatile int brightness = 80;
    private volatile double hue = 120;
    private volatile double saturation = 50;
    private volatile HomekitCharacteristicChangeCallback whenSwitched = () -> {};

    HapJavaLamp(int id, String name) {
        super(id, name);
    }

    @Override
    public CompletableFuture<Boolean> getLightbulbPowerState() {
        return CompletableFuture.completedFuture(on);
    }

    @Override
    public CompletableFuture<Void> setLightbulbPowerState(boolean isOn) {
        on = isOn;
        whenSwitched.changed();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void subscribeLightbulbPowerState(HomekitCharacteristicChangeCallback callback) {
        whenSwitched = callback;
    }

    @Override
    public void unsubscribeLightbulbPowerState() {
        whenSwitched = () -> {};
    }

    @Override
    public CompletableFuture<Integer> getBrightness() {
        return CompletableFuture.completedFuture(brightness);
    }

    @Override
    public CompletableFuture<Void> setBrightness(Integer level) {
        brightness = level;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void subscribeBrightness(HomekitCharacteristicChangeCallback callback) {
        // only its switch is listened to
    }

    @Override
    public void unsubscribeBrightness() {
        // only its switch is listened to
    }

    @Override
    public CompletableFuture<Double> getHue() {
        return CompletableFuture.completedFuture(hue);
    }

    @Override
    public CompletableFuture<Void> setHue(Double degrees) {
        hue = degrees;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void subscribeHue(HomekitCharacteristicChangeCallback callback) {
        // only its switch is listened to
    }

    @Override
    public void unsubscribeHue() {
        // only its switch is listened to
    }

    @Override
    public CompletableFuture<Double> getSaturation() {
        return CompletableFuture.completedFuture(saturation);
    }

    @Override
    public CompletableFuture<Void> setSaturation(Double percent) {
        saturation = percent;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void subscribeSaturation(HomekitCharacteristicChangeCallback callback) {
        // only its switch is listened to
    }

    @Override
    public void unsubscribeSaturation() {
        // only its switch is listened to
    }
}
