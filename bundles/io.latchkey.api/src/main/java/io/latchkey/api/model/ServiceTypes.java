// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

/**
 * The services that Apple defines, by name. What each one is stands in the {@link Catalogue}.
 */
public final class ServiceTypes {
    public static final ServiceType ACCESSORY_INFORMATION = Catalogue.service("AccessoryInformation");
    public static final ServiceType FAN = Catalogue.service("Fan");
    public static final ServiceType GARAGE_DOOR_OPENER = Catalogue.service("GarageDoorOpener");
    public static final ServiceType LIGHTBULB = Catalogue.service("Lightbulb");
    public static final ServiceType LOCK_MANAGEMENT = Catalogue.service("LockManagement");
    public static final ServiceType LOCK_MECHANISM = Catalogue.service("LockMechanism");
    public static final ServiceType OUTLET = Catalogue.service("Outlet");
    public static final ServiceType SWITCH = Catalogue.service("Switch");
    public static final ServiceType THERMOSTAT = Catalogue.service("Thermostat");
    public static final ServiceType PAIRING = Catalogue.service("Pairing");
    public static final ServiceType TUNNEL = Catalogue.service("Tunnel");
    public static final ServiceType CLOUD_RELAY = Catalogue.service("CloudRelay");
    public static final ServiceType BRIDGING_STATE = Catalogue.service("BridgingState");
    public static final ServiceType SECURITY_SYSTEM = Catalogue.service("SecuritySystem");
    public static final ServiceType CARBON_MONOXIDE_SENSOR = Catalogue.service("CarbonMonoxideSensor");
    public static final ServiceType CONTACT_SENSOR = Catalogue.service("ContactSensor");
    public static final ServiceType DOOR = Catalogue.service("Door");
    public static final ServiceType HUMIDITY_SENSOR = Catalogue.service("HumiditySensor");
    public static final ServiceType LEAK_SENSOR = Catalogue.service("LeakSensor");
    public static final ServiceType LIGHT_SENSOR = Catalogue.service("LightSensor");
    public static final ServiceType MOTION_SENSOR = Catalogue.service("MotionSensor");
    public static final ServiceType OCCUPANCY_SENSOR = Catalogue.service("OccupancySensor");
    public static final ServiceType SMOKE_SENSOR = Catalogue.service("SmokeSensor");
    public static final ServiceType STATEFUL_PROGRAMMABLE_SWITCH = Catalogue.service("StatefulProgrammableSwitch");
    public static final ServiceType STATELESS_PROGRAMMABLE_SWITCH = Catalogue.service("StatelessProgrammableSwitch");
    public static final ServiceType TEMPERATURE_SENSOR = Catalogue.service("TemperatureSensor");
    public static final ServiceType WINDOW = Catalogue.service("Window");
    public static final ServiceType WINDOW_COVERING = Catalogue.service("WindowCovering");
    public static final ServiceType AIR_QUALITY_SENSOR = Catalogue.service("AirQualitySensor");
    public static final ServiceType BATTERY = Catalogue.service("Battery");
    public static final ServiceType CARBON_DIOXIDE_SENSOR = Catalogue.service("CarbonDioxideSensor");
    public static final ServiceType TIME_INFORMATION = Catalogue.service("TimeInformation");
    public static final ServiceType BRIDGE_CONFIGURATION = Catalogue.service("BridgeConfiguration");
    public static final ServiceType PROTOCOL_INFORMATION = Catalogue.service("ProtocolInformation");
    public static final ServiceType FANV2 = Catalogue.service("Fanv2");
    public static final ServiceType SLATS = Catalogue.service("Slats");
    public static final ServiceType FILTER_MAINTENANCE = Catalogue.service("FilterMaintenance");
    public static final ServiceType AIR_PURIFIER = Catalogue.service("AirPurifier");
    public static final ServiceType HEATER_COOLER = Catalogue.service("HeaterCooler");
    public static final ServiceType HUMIDIFIER_DEHUMIDIFIER = Catalogue.service("HumidifierDehumidifier");
    public static final ServiceType SERVICE_LABEL = Catalogue.service("ServiceLabel");
    public static final ServiceType IRRIGATION_SYSTEM = Catalogue.service("IrrigationSystem");
    public static final ServiceType VALVE = Catalogue.service("Valve");
    public static final ServiceType FAUCET = Catalogue.service("Faucet");
    public static final ServiceType TELEVISION = Catalogue.service("Television");
    public static final ServiceType INPUT_SOURCE = Catalogue.service("InputSource");
    public static final ServiceType ACCESS_CONTROL = Catalogue.service("AccessControl");
    public static final ServiceType CAMERA_RTP_STREAM_MANAGEMENT = Catalogue.service("CameraRTPStreamManagement");
    public static final ServiceType CAMERA_CONTROL = Catalogue.service("CameraControl");
    public static final ServiceType MICROPHONE = Catalogue.service("Microphone");
    public static final ServiceType SPEAKER = Catalogue.service("Speaker");
    public static final ServiceType TELEVISION_SPEAKER = Catalogue.service("TelevisionSpeaker");
    public static final ServiceType DOORBELL = Catalogue.service("Doorbell");
    public static final ServiceType TARGET_CONTROL_MANAGEMENT = Catalogue.service("TargetControlManagement");
    public static final ServiceType TARGET_CONTROL = Catalogue.service("TargetControl");
    public static final ServiceType AUDIO_STREAM_MANAGEMENT = Catalogue.service("AudioStreamManagement");
    public static final ServiceType DATA_STREAM_TRANSPORT_MANAGEMENT =
            Catalogue.service("DataStreamTransportManagement");
    public static final ServiceType SIRI = Catalogue.service("Siri");
    public static final ServiceType TRANSFER_TRANSPORT_MANAGEMENT = Catalogue.service("TransferTransportManagement");
    public static final ServiceType CAMERA_RECORDING_MANAGEMENT = Catalogue.service("CameraRecordingManagement");
    public static final ServiceType WI_FI_ROUTER = Catalogue.service("WiFiRouter");
    public static final ServiceType WI_FI_SATELLITE = Catalogue.service("WiFiSatellite");
    public static final ServiceType CAMERA_OPERATING_MODE = Catalogue.service("CameraOperatingMode");
    public static final ServiceType POWER_MANAGEMENT = Catalogue.service("PowerManagement");
    public static final ServiceType SMART_SPEAKER = Catalogue.service("SmartSpeaker");
    public static final ServiceType WI_FI_TRANSPORT = Catalogue.service("WiFiTransport");
    public static final ServiceType TAP_MANAGEMENT = Catalogue.service("TapManagement");
    public static final ServiceType FIRMWARE_UPDATE = Catalogue.service("FirmwareUpdate");
    public static final ServiceType DIAGNOSTICS = Catalogue.service("Diagnostics");
    public static final ServiceType ACCESSORY_RUNTIME_INFORMATION = Catalogue.service("AccessoryRuntimeInformation");
    public static final ServiceType SIRI_ENDPOINT = Catalogue.service("SiriEndpoint");
    public static final ServiceType ACCESS_CODE = Catalogue.service("AccessCode");
    public static final ServiceType NFC_ACCESS = Catalogue.service("NFCAccess");
    public static final ServiceType ASSET_UPDATE = Catalogue.service("AssetUpdate");
    public static final ServiceType ASSISTANT = Catalogue.service("Assistant");
    public static final ServiceType ACCESSORY_METRICS = Catalogue.service("AccessoryMetrics");
    public static final ServiceType THREAD_TRANSPORT = Catalogue.service("ThreadTransport");

    private ServiceTypes() {}
}
