// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

/**
 * The characteristics that Apple defines, by name. What each one is stands in the {@link Catalogue}.
 */
public final class CharacteristicTypes {
    public static final CharacteristicType ADMINISTRATOR_ONLY_ACCESS =
            Catalogue.characteristic("AdministratorOnlyAccess");
    public static final CharacteristicType AUDIO_FEEDBACK = Catalogue.characteristic("AudioFeedback");
    public static final CharacteristicType BRIGHTNESS = Catalogue.characteristic("Brightness");
    public static final CharacteristicType COOLING_THRESHOLD_TEMPERATURE =
            Catalogue.characteristic("CoolingThresholdTemperature");
    public static final CharacteristicType CURRENT_DOOR_STATE = Catalogue.characteristic("CurrentDoorState");
    public static final CharacteristicType CURRENT_HEATING_COOLING_STATE =
            Catalogue.characteristic("CurrentHeatingCoolingState");
    public static final CharacteristicType CURRENT_RELATIVE_HUMIDITY =
            Catalogue.characteristic("CurrentRelativeHumidity");
    public static final CharacteristicType CURRENT_TEMPERATURE = Catalogue.characteristic("CurrentTemperature");
    public static final CharacteristicType HEATING_THRESHOLD_TEMPERATURE =
            Catalogue.characteristic("HeatingThresholdTemperature");
    public static final CharacteristicType HUE = Catalogue.characteristic("Hue");
    public static final CharacteristicType IDENTIFY = Catalogue.characteristic("Identify");
    public static final CharacteristicType LOCK_CONTROL_POINT = Catalogue.characteristic("LockControlPoint");
    public static final CharacteristicType LOCK_MANAGEMENT_AUTO_SECURITY_TIMEOUT =
            Catalogue.characteristic("LockManagementAutoSecurityTimeout");
    public static final CharacteristicType LOCK_LAST_KNOWN_ACTION = Catalogue.characteristic("LockLastKnownAction");
    public static final CharacteristicType LOCK_CURRENT_STATE = Catalogue.characteristic("LockCurrentState");
    public static final CharacteristicType LOCK_TARGET_STATE = Catalogue.characteristic("LockTargetState");
    public static final CharacteristicType LOGS = Catalogue.characteristic("Logs");
    public static final CharacteristicType MANUFACTURER = Catalogue.characteristic("Manufacturer");
    public static final CharacteristicType MODEL = Catalogue.characteristic("Model");
    public static final CharacteristicType MOTION_DETECTED = Catalogue.characteristic("MotionDetected");
    public static final CharacteristicType NAME = Catalogue.characteristic("Name");
    public static final CharacteristicType OBSTRUCTION_DETECTED = Catalogue.characteristic("ObstructionDetected");
    public static final CharacteristicType ON = Catalogue.characteristic("On");
    public static final CharacteristicType OUTLET_IN_USE = Catalogue.characteristic("OutletInUse");
    public static final CharacteristicType ROTATION_DIRECTION = Catalogue.characteristic("RotationDirection");
    public static final CharacteristicType ROTATION_SPEED = Catalogue.characteristic("RotationSpeed");
    public static final CharacteristicType SATURATION = Catalogue.characteristic("Saturation");
    public static final CharacteristicType SERIAL_NUMBER = Catalogue.characteristic("SerialNumber");
    public static final CharacteristicType TARGET_DOOR_STATE = Catalogue.characteristic("TargetDoorState");
    public static final CharacteristicType TARGET_HEATING_COOLING_STATE =
            Catalogue.characteristic("TargetHeatingCoolingState");
    public static final CharacteristicType TARGET_RELATIVE_HUMIDITY =
            Catalogue.characteristic("TargetRelativeHumidity");
    public static final CharacteristicType TARGET_TEMPERATURE = Catalogue.characteristic("TargetTemperature");
    public static final CharacteristicType TEMPERATURE_DISPLAY_UNITS =
            Catalogue.characteristic("TemperatureDisplayUnits");
    public static final CharacteristicType VERSION = Catalogue.characteristic("Version");
    public static final CharacteristicType PAIR_SETUP = Catalogue.characteristic("PairSetup");
    public static final CharacteristicType PAIR_VERIFY = Catalogue.characteristic("PairVerify");
    public static final CharacteristicType PAIRING_FEATURES = Catalogue.characteristic("PairingFeatures");
    public static final CharacteristicType LIST_PAIRINGS = Catalogue.characteristic("ListPairings");
    public static final CharacteristicType FIRMWARE_REVISION = Catalogue.characteristic("FirmwareRevision");
    public static final CharacteristicType HARDWARE_REVISION = Catalogue.characteristic("HardwareRevision");
    public static final CharacteristicType SOFTWARE_REVISION = Catalogue.characteristic("SoftwareRevision");
    public static final CharacteristicType ACCESSORY_IDENTIFIER = Catalogue.characteristic("AccessoryIdentifier");
    public static final CharacteristicType TUNNELED_ACCESSORY_STATE_NUMBER =
            Catalogue.characteristic("TunneledAccessoryStateNumber");
    public static final CharacteristicType TUNNELED_ACCESSORY_CONNECTED =
            Catalogue.characteristic("TunneledAccessoryConnected");
    public static final CharacteristicType RELAY_ENABLED = Catalogue.characteristic("RelayEnabled");
    public static final CharacteristicType RELAY_STATE = Catalogue.characteristic("RelayState");
    public static final CharacteristicType RELAY_CONTROL_POINT = Catalogue.characteristic("RelayControlPoint");
    public static final CharacteristicType TUNNELED_ACCESSORY_ADVERTISING =
            Catalogue.characteristic("TunneledAccessoryAdvertising");
    public static final CharacteristicType TUNNEL_CONNECTION_TIMEOUT =
            Catalogue.characteristic("TunnelConnectionTimeout");
    public static final CharacteristicType REACHABLE = Catalogue.characteristic("Reachable");
    public static final CharacteristicType AIR_PARTICULATE_DENSITY = Catalogue.characteristic("AirParticulateDensity");
    public static final CharacteristicType AIR_PARTICULATE_SIZE = Catalogue.characteristic("AirParticulateSize");
    public static final CharacteristicType SECURITY_SYSTEM_CURRENT_STATE =
            Catalogue.characteristic("SecuritySystemCurrentState");
    public static final CharacteristicType SECURITY_SYSTEM_TARGET_STATE =
            Catalogue.characteristic("SecuritySystemTargetState");
    public static final CharacteristicType BATTERY_LEVEL = Catalogue.characteristic("BatteryLevel");
    public static final CharacteristicType CARBON_MONOXIDE_DETECTED =
            Catalogue.characteristic("CarbonMonoxideDetected");
    public static final CharacteristicType CONTACT_SENSOR_STATE = Catalogue.characteristic("ContactSensorState");
    public static final CharacteristicType CURRENT_AMBIENT_LIGHT_LEVEL =
            Catalogue.characteristic("CurrentAmbientLightLevel");
    public static final CharacteristicType CURRENT_HORIZONTAL_TILT_ANGLE =
            Catalogue.characteristic("CurrentHorizontalTiltAngle");
    public static final CharacteristicType CURRENT_POSITION = Catalogue.characteristic("CurrentPosition");
    public static final CharacteristicType CURRENT_VERTICAL_TILT_ANGLE =
            Catalogue.characteristic("CurrentVerticalTiltAngle");
    public static final CharacteristicType HOLD_POSITION = Catalogue.characteristic("HoldPosition");
    public static final CharacteristicType LEAK_DETECTED = Catalogue.characteristic("LeakDetected");
    public static final CharacteristicType OCCUPANCY_DETECTED = Catalogue.characteristic("OccupancyDetected");
    public static final CharacteristicType POSITION_STATE = Catalogue.characteristic("PositionState");
    public static final CharacteristicType PROGRAMMABLE_SWITCH_EVENT =
            Catalogue.characteristic("ProgrammableSwitchEvent");
    public static final CharacteristicType PROGRAMMABLE_SWITCH_OUTPUT_STATE =
            Catalogue.characteristic("ProgrammableSwitchOutputState");
    public static final CharacteristicType STATUS_ACTIVE = Catalogue.characteristic("StatusActive");
    public static final CharacteristicType SMOKE_DETECTED = Catalogue.characteristic("SmokeDetected");
    public static final CharacteristicType STATUS_FAULT = Catalogue.characteristic("StatusFault");
    public static final CharacteristicType STATUS_JAMMED = Catalogue.characteristic("StatusJammed");
    public static final CharacteristicType STATUS_LOW_BATTERY = Catalogue.characteristic("StatusLowBattery");
    public static final CharacteristicType STATUS_TAMPERED = Catalogue.characteristic("StatusTampered");
    public static final CharacteristicType TARGET_HORIZONTAL_TILT_ANGLE =
            Catalogue.characteristic("TargetHorizontalTiltAngle");
    public static final CharacteristicType TARGET_POSITION = Catalogue.characteristic("TargetPosition");
    public static final CharacteristicType TARGET_VERTICAL_TILT_ANGLE =
            Catalogue.characteristic("TargetVerticalTiltAngle");
    public static final CharacteristicType SECURITY_SYSTEM_ALARM_TYPE =
            Catalogue.characteristic("SecuritySystemAlarmType");
    public static final CharacteristicType CHARGING_STATE = Catalogue.characteristic("ChargingState");
    public static final CharacteristicType CARBON_MONOXIDE_LEVEL = Catalogue.characteristic("CarbonMonoxideLevel");
    public static final CharacteristicType CARBON_MONOXIDE_PEAK_LEVEL =
            Catalogue.characteristic("CarbonMonoxidePeakLevel");
    public static final CharacteristicType CARBON_DIOXIDE_DETECTED = Catalogue.characteristic("CarbonDioxideDetected");
    public static final CharacteristicType CARBON_DIOXIDE_LEVEL = Catalogue.characteristic("CarbonDioxideLevel");
    public static final CharacteristicType CARBON_DIOXIDE_PEAK_LEVEL =
            Catalogue.characteristic("CarbonDioxidePeakLevel");
    public static final CharacteristicType AIR_QUALITY = Catalogue.characteristic("AirQuality");
    public static final CharacteristicType DAY_OF_THE_WEEK = Catalogue.characteristic("DayOfTheWeek");
    public static final CharacteristicType TIME_UPDATE = Catalogue.characteristic("TimeUpdate");
    public static final CharacteristicType CURRENT_TIME = Catalogue.characteristic("CurrentTime");
    public static final CharacteristicType LINK_QUALITY = Catalogue.characteristic("LinkQuality");
    public static final CharacteristicType CONFIGURE_BRIDGED_ACCESSORY_STATUS =
            Catalogue.characteristic("ConfigureBridgedAccessoryStatus");
    public static final CharacteristicType DISCOVER_BRIDGED_ACCESSORIES =
            Catalogue.characteristic("DiscoverBridgedAccessories");
    public static final CharacteristicType DISCOVERED_BRIDGED_ACCESSORIES =
            Catalogue.characteristic("DiscoveredBridgedAccessories");
    public static final CharacteristicType CONFIGURE_BRIDGED_ACCESSORY =
            Catalogue.characteristic("ConfigureBridgedAccessory");
    public static final CharacteristicType CATEGORY = Catalogue.characteristic("Category");
    public static final CharacteristicType APP_MATCHING_IDENTIFIER = Catalogue.characteristic("AppMatchingIdentifier");
    public static final CharacteristicType SERVICE_SIGNATURE = Catalogue.characteristic("ServiceSignature");
    public static final CharacteristicType ACCESSORY_FLAGS = Catalogue.characteristic("AccessoryFlags");
    public static final CharacteristicType LOCK_PHYSICAL_CONTROLS = Catalogue.characteristic("LockPhysicalControls");
    public static final CharacteristicType TARGET_AIR_PURIFIER_STATE =
            Catalogue.characteristic("TargetAirPurifierState");
    public static final CharacteristicType CURRENT_AIR_PURIFIER_STATE =
            Catalogue.characteristic("CurrentAirPurifierState");
    public static final CharacteristicType CURRENT_SLAT_STATE = Catalogue.characteristic("CurrentSlatState");
    public static final CharacteristicType FILTER_LIFE_LEVEL = Catalogue.characteristic("FilterLifeLevel");
    public static final CharacteristicType FILTER_CHANGE_INDICATION =
            Catalogue.characteristic("FilterChangeIndication");
    public static final CharacteristicType RESET_FILTER_INDICATION = Catalogue.characteristic("ResetFilterIndication");
    public static final CharacteristicType TARGET_AIR_QUALITY = Catalogue.characteristic("TargetAirQuality");
    public static final CharacteristicType CURRENT_FAN_STATE = Catalogue.characteristic("CurrentFanState");
    public static final CharacteristicType ACTIVE = Catalogue.characteristic("Active");
    public static final CharacteristicType CURRENT_HEATER_COOLER_STATE =
            Catalogue.characteristic("CurrentHeaterCoolerState");
    public static final CharacteristicType TARGET_HEATER_COOLER_STATE =
            Catalogue.characteristic("TargetHeaterCoolerState");
    public static final CharacteristicType CURRENT_HUMIDIFIER_DEHUMIDIFIER_STATE =
            Catalogue.characteristic("CurrentHumidifierDehumidifierState");
    public static final CharacteristicType TARGET_HUMIDIFIER_DEHUMIDIFIER_STATE =
            Catalogue.characteristic("TargetHumidifierDehumidifierState");
    public static final CharacteristicType WATER_LEVEL = Catalogue.characteristic("WaterLevel");
    public static final CharacteristicType SWING_MODE = Catalogue.characteristic("SwingMode");
    public static final CharacteristicType TARGET_SLAT_STATE = Catalogue.characteristic("TargetSlatState");
    public static final CharacteristicType TARGET_FAN_STATE = Catalogue.characteristic("TargetFanState");
    public static final CharacteristicType SLAT_TYPE = Catalogue.characteristic("SlatType");
    public static final CharacteristicType CURRENT_TILT_ANGLE = Catalogue.characteristic("CurrentTiltAngle");
    public static final CharacteristicType TARGET_TILT_ANGLE = Catalogue.characteristic("TargetTiltAngle");
    public static final CharacteristicType OZONE_DENSITY = Catalogue.characteristic("OzoneDensity");
    public static final CharacteristicType NITROGEN_DIOXIDE_DENSITY =
            Catalogue.characteristic("NitrogenDioxideDensity");
    public static final CharacteristicType SULPHUR_DIOXIDE_DENSITY = Catalogue.characteristic("SulphurDioxideDensity");
    public static final CharacteristicType PM2_5_DENSITY = Catalogue.characteristic("PM2_5Density");
    public static final CharacteristicType PM10_DENSITY = Catalogue.characteristic("PM10Density");
    public static final CharacteristicType VOC_DENSITY = Catalogue.characteristic("VOCDensity");
    public static final CharacteristicType RELATIVE_HUMIDITY_DEHUMIDIFIER_THRESHOLD =
            Catalogue.characteristic("RelativeHumidityDehumidifierThreshold");
    public static final CharacteristicType RELATIVE_HUMIDITY_HUMIDIFIER_THRESHOLD =
            Catalogue.characteristic("RelativeHumidityHumidifierThreshold");
    public static final CharacteristicType SERVICE_LABEL_INDEX = Catalogue.characteristic("ServiceLabelIndex");
    public static final CharacteristicType SERVICE_LABEL_NAMESPACE = Catalogue.characteristic("ServiceLabelNamespace");
    public static final CharacteristicType COLOR_TEMPERATURE = Catalogue.characteristic("ColorTemperature");
    public static final CharacteristicType PROGRAM_MODE = Catalogue.characteristic("ProgramMode");
    public static final CharacteristicType IN_USE = Catalogue.characteristic("InUse");
    public static final CharacteristicType SET_DURATION = Catalogue.characteristic("SetDuration");
    public static final CharacteristicType REMAINING_DURATION = Catalogue.characteristic("RemainingDuration");
    public static final CharacteristicType VALVE_TYPE = Catalogue.characteristic("ValveType");
    public static final CharacteristicType IS_CONFIGURED = Catalogue.characteristic("IsConfigured");
    public static final CharacteristicType INPUT_SOURCE_TYPE = Catalogue.characteristic("InputSourceType");
    public static final CharacteristicType INPUT_DEVICE_TYPE = Catalogue.characteristic("InputDeviceType");
    public static final CharacteristicType CLOSED_CAPTIONS = Catalogue.characteristic("ClosedCaptions");
    public static final CharacteristicType POWER_MODE_SELECTION = Catalogue.characteristic("PowerModeSelection");
    public static final CharacteristicType CURRENT_MEDIA_STATE = Catalogue.characteristic("CurrentMediaState");
    public static final CharacteristicType REMOTE_KEY = Catalogue.characteristic("RemoteKey");
    public static final CharacteristicType PICTURE_MODE = Catalogue.characteristic("PictureMode");
    public static final CharacteristicType CONFIGURED_NAME = Catalogue.characteristic("ConfiguredName");
    public static final CharacteristicType PASSWORD_SETTING = Catalogue.characteristic("PasswordSetting");
    public static final CharacteristicType ACCESS_CONTROL_LEVEL = Catalogue.characteristic("AccessControlLevel");
    public static final CharacteristicType IDENTIFIER = Catalogue.characteristic("Identifier");
    public static final CharacteristicType ACTIVE_IDENTIFIER = Catalogue.characteristic("ActiveIdentifier");
    public static final CharacteristicType SLEEP_DISCOVERY_MODE = Catalogue.characteristic("SleepDiscoveryMode");
    public static final CharacteristicType VOLUME_CONTROL_TYPE = Catalogue.characteristic("VolumeControlType");
    public static final CharacteristicType VOLUME_SELECTOR = Catalogue.characteristic("VolumeSelector");
    public static final CharacteristicType MEDIA_ACCESS_CONTROL_LEVEL =
            Catalogue.characteristic("MediaAccessControlLevel");
    public static final CharacteristicType SUPPORTED_VIDEO_STREAM_CONFIGURATION =
            Catalogue.characteristic("SupportedVideoStreamConfiguration");
    public static final CharacteristicType SUPPORTED_AUDIO_STREAM_CONFIGURATION =
            Catalogue.characteristic("SupportedAudioStreamConfiguration");
    public static final CharacteristicType SUPPORTED_RTP_CONFIGURATION =
            Catalogue.characteristic("SupportedRTPConfiguration");
    public static final CharacteristicType SELECTED_RTP_STREAM_CONFIGURATION =
            Catalogue.characteristic("SelectedRTPStreamConfiguration");
    public static final CharacteristicType SETUP_ENDPOINTS = Catalogue.characteristic("SetupEndpoints");
    public static final CharacteristicType VOLUME = Catalogue.characteristic("Volume");
    public static final CharacteristicType MUTE = Catalogue.characteristic("Mute");
    public static final CharacteristicType NIGHT_VISION = Catalogue.characteristic("NightVision");
    public static final CharacteristicType OPTICAL_ZOOM = Catalogue.characteristic("OpticalZoom");
    public static final CharacteristicType DIGITAL_ZOOM = Catalogue.characteristic("DigitalZoom");
    public static final CharacteristicType IMAGE_ROTATION = Catalogue.characteristic("ImageRotation");
    public static final CharacteristicType IMAGE_MIRRORING = Catalogue.characteristic("ImageMirroring");
    public static final CharacteristicType STREAMING_STATUS = Catalogue.characteristic("StreamingStatus");
    public static final CharacteristicType TARGET_CONTROL_SUPPORTED_CONFIGURATION =
            Catalogue.characteristic("TargetControlSupportedConfiguration");
    public static final CharacteristicType TARGET_CONTROL_LIST = Catalogue.characteristic("TargetControlList");
    public static final CharacteristicType BUTTON_EVENT = Catalogue.characteristic("ButtonEvent");
    public static final CharacteristicType SELECTED_AUDIO_STREAM_CONFIGURATION =
            Catalogue.characteristic("SelectedAudioStreamConfiguration");
    public static final CharacteristicType SUPPORTED_DATA_STREAM_TRANSPORT_CONFIGURATION =
            Catalogue.characteristic("SupportedDataStreamTransportConfiguration");
    public static final CharacteristicType SETUP_DATA_STREAM_TRANSPORT =
            Catalogue.characteristic("SetupDataStreamTransport");
    public static final CharacteristicType SIRI_INPUT_TYPE = Catalogue.characteristic("SiriInputType");
    public static final CharacteristicType TARGET_VISIBILITY_STATE = Catalogue.characteristic("TargetVisibilityState");
    public static final CharacteristicType CURRENT_VISIBILITY_STATE =
            Catalogue.characteristic("CurrentVisibilityState");
    public static final CharacteristicType DISPLAY_ORDER = Catalogue.characteristic("DisplayOrder");
    public static final CharacteristicType TARGET_MEDIA_STATE = Catalogue.characteristic("TargetMediaState");
    public static final CharacteristicType DATA_STREAM_HAP_TRANSPORT =
            Catalogue.characteristic("DataStreamHAPTransport");
    public static final CharacteristicType DATA_STREAM_HAP_TRANSPORT_INTERRUPT =
            Catalogue.characteristic("DataStreamHAPTransportInterrupt");
    public static final CharacteristicType CHARACTERISTIC_VALUE_TRANSITION_CONTROL =
            Catalogue.characteristic("CharacteristicValueTransitionControl");
    public static final CharacteristicType SUPPORTED_CHARACTERISTIC_VALUE_TRANSITION_CONFIGURATION =
            Catalogue.characteristic("SupportedCharacteristicValueTransitionConfiguration");
    public static final CharacteristicType SETUP_TRANSFER_TRANSPORT =
            Catalogue.characteristic("SetupTransferTransport");
    public static final CharacteristicType SUPPORTED_TRANSFER_TRANSPORT_CONFIGURATION =
            Catalogue.characteristic("SupportedTransferTransportConfiguration");
    public static final CharacteristicType SUPPORTED_CAMERA_RECORDING_CONFIGURATION =
            Catalogue.characteristic("SupportedCameraRecordingConfiguration");
    public static final CharacteristicType SUPPORTED_VIDEO_RECORDING_CONFIGURATION =
            Catalogue.characteristic("SupportedVideoRecordingConfiguration");
    public static final CharacteristicType SUPPORTED_AUDIO_RECORDING_CONFIGURATION =
            Catalogue.characteristic("SupportedAudioRecordingConfiguration");
    public static final CharacteristicType SELECTED_CAMERA_RECORDING_CONFIGURATION =
            Catalogue.characteristic("SelectedCameraRecordingConfiguration");
    public static final CharacteristicType NETWORK_CLIENT_PROFILE_CONTROL =
            Catalogue.characteristic("NetworkClientProfileControl");
    public static final CharacteristicType NETWORK_CLIENT_STATUS_CONTROL =
            Catalogue.characteristic("NetworkClientStatusControl");
    public static final CharacteristicType ROUTER_STATUS = Catalogue.characteristic("RouterStatus");
    public static final CharacteristicType SUPPORTED_ROUTER_CONFIGURATION =
            Catalogue.characteristic("SupportedRouterConfiguration");
    public static final CharacteristicType WAN_CONFIGURATION_LIST = Catalogue.characteristic("WANConfigurationList");
    public static final CharacteristicType WAN_STATUS_LIST = Catalogue.characteristic("WANStatusList");
    public static final CharacteristicType MANAGED_NETWORK_ENABLE = Catalogue.characteristic("ManagedNetworkEnable");
    public static final CharacteristicType HOME_KIT_CAMERA_ACTIVE = Catalogue.characteristic("HomeKitCameraActive");
    public static final CharacteristicType THIRD_PARTY_CAMERA_ACTIVE =
            Catalogue.characteristic("ThirdPartyCameraActive");
    public static final CharacteristicType CAMERA_OPERATING_MODE_INDICATOR =
            Catalogue.characteristic("CameraOperatingModeIndicator");
    public static final CharacteristicType WI_FI_SATELLITE_STATUS = Catalogue.characteristic("WiFiSatelliteStatus");
    public static final CharacteristicType NETWORK_ACCESS_VIOLATION_CONTROL =
            Catalogue.characteristic("NetworkAccessViolationControl");
    public static final CharacteristicType PRODUCT_DATA = Catalogue.characteristic("ProductData");
    public static final CharacteristicType WAKE_CONFIGURATION = Catalogue.characteristic("WakeConfiguration");
    public static final CharacteristicType EVENT_SNAPSHOTS_ACTIVE = Catalogue.characteristic("EventSnapshotsActive");
    public static final CharacteristicType DIAGONAL_FIELD_OF_VIEW = Catalogue.characteristic("DiagonalFieldOfView");
    public static final CharacteristicType PERIODIC_SNAPSHOTS_ACTIVE =
            Catalogue.characteristic("PeriodicSnapshotsActive");
    public static final CharacteristicType RECORDING_AUDIO_ACTIVE = Catalogue.characteristic("RecordingAudioActive");
    public static final CharacteristicType MANUALLY_DISABLED = Catalogue.characteristic("ManuallyDisabled");
    public static final CharacteristicType VIDEO_ANALYSIS_ACTIVE = Catalogue.characteristic("VideoAnalysisActive");
    public static final CharacteristicType CURRENT_TRANSPORT = Catalogue.characteristic("CurrentTransport");
    public static final CharacteristicType WI_FI_CAPABILITIES = Catalogue.characteristic("WiFiCapabilities");
    public static final CharacteristicType WI_FI_CONFIGURATION_CONTROL =
            Catalogue.characteristic("WiFiConfigurationControl");
    public static final CharacteristicType PREFERRED_WI_FI_LIST = Catalogue.characteristic("PreferredWiFiList");
    public static final CharacteristicType TAP_TYPE = Catalogue.characteristic("TapType");
    public static final CharacteristicType TOKEN = Catalogue.characteristic("Token");
    public static final CharacteristicType OPERATING_STATE_RESPONSE =
            Catalogue.characteristic("OperatingStateResponse");
    public static final CharacteristicType SUPPORTED_FIRMWARE_UPDATE_CONFIGURATION =
            Catalogue.characteristic("SupportedFirmwareUpdateConfiguration");
    public static final CharacteristicType FIRMWARE_UPDATE_READINESS =
            Catalogue.characteristic("FirmwareUpdateReadiness");
    public static final CharacteristicType FIRMWARE_UPDATE_STATUS = Catalogue.characteristic("FirmwareUpdateStatus");
    public static final CharacteristicType SUPPORTED_DIAGNOSTICS_SNAPSHOT =
            Catalogue.characteristic("SupportedDiagnosticsSnapshot");
    public static final CharacteristicType SLEEP_INTERVAL = Catalogue.characteristic("SleepInterval");
    public static final CharacteristicType ACTIVITY_INTERVAL = Catalogue.characteristic("ActivityInterval");
    public static final CharacteristicType PING = Catalogue.characteristic("Ping");
    public static final CharacteristicType EVENT_RETRANSMISSION_MAXIMUM =
            Catalogue.characteristic("EventRetransmissionMaximum");
    public static final CharacteristicType EVENT_TRANSMISSION_COUNTERS =
            Catalogue.characteristic("EventTransmissionCounters");
    public static final CharacteristicType RECEIVED_SIGNAL_STRENGTH_INDICATION =
            Catalogue.characteristic("ReceivedSignalStrengthIndication");
    public static final CharacteristicType SIGNAL_TO_NOISE_RATIO = Catalogue.characteristic("SignalToNoiseRatio");
    public static final CharacteristicType TRANSMIT_POWER = Catalogue.characteristic("TransmitPower");
    public static final CharacteristicType MAXIMUM_TRANSMIT_POWER = Catalogue.characteristic("MaximumTransmitPower");
    public static final CharacteristicType RECEIVER_SENSITIVITY = Catalogue.characteristic("ReceiverSensitivity");
    public static final CharacteristicType CCA_SIGNAL_DETECT_THRESHOLD =
            Catalogue.characteristic("CCASignalDetectThreshold");
    public static final CharacteristicType CCA_ENERGY_DETECT_THRESHOLD =
            Catalogue.characteristic("CCAEnergyDetectThreshold");
    public static final CharacteristicType MAC_RETRANSMISSION_MAXIMUM =
            Catalogue.characteristic("MACRetransmissionMaximum");
    public static final CharacteristicType MAC_TRANSMISSION_COUNTERS =
            Catalogue.characteristic("MACTransmissionCounters");
    public static final CharacteristicType STAGED_FIRMWARE_VERSION = Catalogue.characteristic("StagedFirmwareVersion");
    public static final CharacteristicType HEART_BEAT = Catalogue.characteristic("HeartBeat");
    public static final CharacteristicType CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT =
            Catalogue.characteristic("CharacteristicValueActiveTransitionCount");
    public static final CharacteristicType SUPPORTED_DIAGNOSTICS_MODES =
            Catalogue.characteristic("SupportedDiagnosticsModes");
    public static final CharacteristicType SELECTED_DIAGNOSTICS_MODES =
            Catalogue.characteristic("SelectedDiagnosticsModes");
    public static final CharacteristicType CRYPTO_HASH = Catalogue.characteristic("CryptoHash");
    public static final CharacteristicType SUPPORTED_SLEEP_CONFIGURATION =
            Catalogue.characteristic("SupportedSleepConfiguration");
    public static final CharacteristicType SELECTED_SLEEP_CONFIGURATION =
            Catalogue.characteristic("SelectedSleepConfiguration");
    public static final CharacteristicType SIRI_ENDPOINT_SESSION_STATUS =
            Catalogue.characteristic("SiriEndpointSessionStatus");
    public static final CharacteristicType SIRI_ENABLE = Catalogue.characteristic("SiriEnable");
    public static final CharacteristicType SIRI_LISTENING = Catalogue.characteristic("SiriListening");
    public static final CharacteristicType SIRI_TOUCH_TO_USE = Catalogue.characteristic("SiriTouchToUse");
    public static final CharacteristicType SIRI_LIGHT_ON_USE = Catalogue.characteristic("SiriLightOnUse");
    public static final CharacteristicType SIRI_ENGINE_VERSION = Catalogue.characteristic("SiriEngineVersion");
    public static final CharacteristicType AIR_PLAY_ENABLE = Catalogue.characteristic("AirPlayEnable");
    public static final CharacteristicType ACCESS_CODE_SUPPORTED_CONFIGURATION =
            Catalogue.characteristic("AccessCodeSupportedConfiguration");
    public static final CharacteristicType ACCESS_CODE_CONTROL_POINT =
            Catalogue.characteristic("AccessCodeControlPoint");
    public static final CharacteristicType CONFIGURATION_STATE = Catalogue.characteristic("ConfigurationState");
    public static final CharacteristicType NFC_ACCESS_CONTROL_POINT = Catalogue.characteristic("NFCAccessControlPoint");
    public static final CharacteristicType NFC_ACCESS_SUPPORTED_CONFIGURATION =
            Catalogue.characteristic("NFCAccessSupportedConfiguration");
    public static final CharacteristicType SUPPORTED_ASSET_TYPES = Catalogue.characteristic("SupportedAssetTypes");
    public static final CharacteristicType ASSET_UPDATE_READINESS = Catalogue.characteristic("AssetUpdateReadiness");
    public static final CharacteristicType MULTIFUNCTION_BUTTON = Catalogue.characteristic("MultifunctionButton");
    public static final CharacteristicType HARDWARE_FINISH = Catalogue.characteristic("HardwareFinish");
    public static final CharacteristicType MATTER_FIRMWARE_REVISION_NUMBER =
            Catalogue.characteristic("MatterFirmwareRevisionNumber");
    public static final CharacteristicType MATTER_FIRMWARE_UPDATE_STATUS =
            Catalogue.characteristic("MatterFirmwareUpdateStatus");
    public static final CharacteristicType FIRMWARE_UPDATE_PROTOCOL_LIST =
            Catalogue.characteristic("FirmwareUpdateProtocolList");
    public static final CharacteristicType SUPPORTED_METRICS = Catalogue.characteristic("SupportedMetrics");
    public static final CharacteristicType METRICS_BUFFER_FULL_STATE =
            Catalogue.characteristic("MetricsBufferFullState");
    public static final CharacteristicType CONNECTION_HEALTH_MONITOR =
            Catalogue.characteristic("ConnectionHealthMonitor");
    public static final CharacteristicType SUPPORTED_SESSION_KEEPALIVE_CONFIGURATION_LIST =
            Catalogue.characteristic("SupportedSessionKeepaliveConfigurationList");
    public static final CharacteristicType SELECTED_SESSION_KEEPALIVE_CONFIGURATION_LIST =
            Catalogue.characteristic("SelectedSessionKeepaliveConfigurationList");
    public static final CharacteristicType THREAD_NODE_CAPABILITIES =
            Catalogue.characteristic("ThreadNodeCapabilities");
    public static final CharacteristicType THREAD_STATUS = Catalogue.characteristic("ThreadStatus");
    public static final CharacteristicType THREAD_CONTROL_POINT = Catalogue.characteristic("ThreadControlPoint");
    public static final CharacteristicType THREAD_OPEN_THREAD_VERSION =
            Catalogue.characteristic("ThreadOpenThreadVersion");

    private CharacteristicTypes() {}
}
