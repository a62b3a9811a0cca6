// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.accessories.air.internal.AirPurifier;
import io.latchkey.accessories.air.internal.BasicFan;
import io.latchkey.accessories.air.internal.Fan;
import io.latchkey.accessories.air.internal.Filter;
import io.latchkey.accessories.air.internal.HumidifierDehumidifier;
import io.latchkey.accessories.air.internal.Slat;
import io.latchkey.accessories.climate.internal.HeaterCooler;
import io.latchkey.accessories.climate.internal.Thermostat;
import io.latchkey.accessories.controls.internal.Doorbell;
import io.latchkey.accessories.controls.internal.EnergyMeter;
import io.latchkey.accessories.controls.internal.Outlet;
import io.latchkey.accessories.controls.internal.ServiceLabel;
import io.latchkey.accessories.controls.internal.StatelessProgrammableSwitch;
import io.latchkey.accessories.controls.internal.Switchable;
import io.latchkey.accessories.entry.internal.Door;
import io.latchkey.accessories.entry.internal.GarageDoorOpener;
import io.latchkey.accessories.entry.internal.Lock;
import io.latchkey.accessories.entry.internal.SecuritySystem;
import io.latchkey.accessories.entry.internal.Window;
import io.latchkey.accessories.entry.internal.WindowCovering;
import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.accessories.media.internal.InputSource;
import io.latchkey.accessories.media.internal.Microphone;
import io.latchkey.accessories.media.internal.SmartSpeaker;
import io.latchkey.accessories.media.internal.Speaker;
import io.latchkey.accessories.media.internal.Television;
import io.latchkey.accessories.media.internal.TelevisionSpeaker;
import io.latchkey.accessories.sensors.internal.AirQualitySensor;
import io.latchkey.accessories.sensors.internal.Battery;
import io.latchkey.accessories.sensors.internal.CarbonDioxideSensor;
import io.latchkey.accessories.sensors.internal.CarbonMonoxideSensor;
import io.latchkey.accessories.sensors.internal.ContactSensor;
import io.latchkey.accessories.sensors.internal.HumiditySensor;
import io.latchkey.accessories.sensors.internal.LeakSensor;
import io.latchkey.accessories.sensors.internal.LightSensor;
import io.latchkey.accessories.sensors.internal.MotionSensor;
import io.latchkey.accessories.sensors.internal.OccupancySensor;
import io.latchkey.accessories.sensors.internal.SmokeSensor;
import io.latchkey.accessories.sensors.internal.TemperatureSensor;
import io.latchkey.accessories.water.internal.Faucet;
import io.latchkey.accessories.water.internal.IrrigationSystem;
import io.latchkey.accessories.water.internal.Valve;
import io.latchkey.api.accessory.AccessoryType;
import java.util.List;

/** All accessory types that there are. */
public final class EveryType {
    /** Each once. */
    public static final List<AccessoryType> ALL = List.of(
            new AirPurifier(),
            new AirQualitySensor(),
            new BasicFan(),
            new Battery(),
            new CarbonDioxideSensor(),
            new CarbonMonoxideSensor(),
            new ContactSensor(),
            new Door(),
            new Doorbell(),
            new EnergyMeter(),
            new Fan(),
            new Faucet(),
            new Filter(),
            new GarageDoorOpener(),
            new HeaterCooler(),
            new HumidifierDehumidifier(),
            new HumiditySensor(),
            new InputSource(),
            new IrrigationSystem(),
            new LeakSensor(),
            new LightSensor(),
            new Lighting(),
            new Lock(),
            new Microphone(),
            new MotionSensor(),
            new OccupancySensor(),
            new Outlet(),
            new SecuritySystem(),
            new ServiceLabel(),
            new Slat(),
            new SmartSpeaker(),
            new SmokeSensor(),
            new Speaker(),
            new StatelessProgrammableSwitch(),
            new Switchable(),
            new Television(),
            new TelevisionSpeaker(),
            new TemperatureSensor(),
            new Thermostat(),
            new Valve(),
            new Window(),
            new WindowCovering());

    private EveryType() {}
}
