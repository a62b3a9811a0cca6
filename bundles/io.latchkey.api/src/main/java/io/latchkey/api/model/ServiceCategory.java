// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import io.latchkey.api.identity.AccessoryCategory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The category that an accessory has on account of its services: what people take it for, whatever else it can do. A
 * television with a speaker is a television, a camera with a light a camera. Stateless.
 */
public final class ServiceCategory {
    /** In order: of several services the one that comes first counts. */
    private static final Map<ServiceType, AccessoryCategory> CATEGORIES = categories();

    private ServiceCategory() {}

    /** The category of these services; that of others when none of them tells. */
    public static AccessoryCategory of(Collection<ServiceType> services) {
        boolean isCamera = services.contains(ServiceTypes.CAMERA_RTP_STREAM_MANAGEMENT);
        if (isCamera && services.contains(ServiceTypes.DOORBELL)) {
            return AccessoryCategory.VIDEO_DOORBELL;
        }
        return CATEGORIES.entrySet().stream()
                .filter(each -> services.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(AccessoryCategory.OTHER);
    }

    /** The category of an accessory: that of its primary service where that tells, else that of all of them. */
    public static AccessoryCategory of(Accessory accessory) {
        Optional<AccessoryCategory> ofPrimary = accessory.services().stream()
                .filter(Service::isPrimary)
                .findFirst()
                .flatMap(service -> Optional.ofNullable(CATEGORIES.get(service.type())));
        AccessoryCategory ofAll =
                of(accessory.services().stream().map(Service::type).toList());
        return ofAll == AccessoryCategory.VIDEO_DOORBELL ? ofAll : ofPrimary.orElse(ofAll);
    }

    private static Map<ServiceType, AccessoryCategory> categories() {
        Map<ServiceType, AccessoryCategory> categories = new LinkedHashMap<>();
        categories.put(ServiceTypes.CAMERA_RTP_STREAM_MANAGEMENT, AccessoryCategory.IP_CAMERA);
        categories.put(ServiceTypes.TELEVISION, AccessoryCategory.TELEVISION);
        categories.put(ServiceTypes.LOCK_MECHANISM, AccessoryCategory.LOCK);
        categories.put(ServiceTypes.SECURITY_SYSTEM, AccessoryCategory.SECURITY_SYSTEM);
        categories.put(ServiceTypes.GARAGE_DOOR_OPENER, AccessoryCategory.GARAGE_DOOR_OPENER);
        categories.put(ServiceTypes.DOOR, AccessoryCategory.DOOR);
        categories.put(ServiceTypes.WINDOW, AccessoryCategory.WINDOW);
        categories.put(ServiceTypes.WINDOW_COVERING, AccessoryCategory.WINDOW_COVERING);
        categories.put(ServiceTypes.THERMOSTAT, AccessoryCategory.THERMOSTAT);
        categories.put(ServiceTypes.HEATER_COOLER, AccessoryCategory.AIR_CONDITIONER);
        categories.put(ServiceTypes.AIR_PURIFIER, AccessoryCategory.AIR_PURIFIER);
        categories.put(ServiceTypes.HUMIDIFIER_DEHUMIDIFIER, AccessoryCategory.HUMIDIFIER);
        categories.put(ServiceTypes.IRRIGATION_SYSTEM, AccessoryCategory.SPRINKLER);
        categories.put(ServiceTypes.FAUCET, AccessoryCategory.FAUCET);
        categories.put(ServiceTypes.VALVE, AccessoryCategory.SPRINKLER);
        categories.put(ServiceTypes.SMART_SPEAKER, AccessoryCategory.SPEAKER);
        categories.put(ServiceTypes.SPEAKER, AccessoryCategory.SPEAKER);
        categories.put(ServiceTypes.LIGHTBULB, AccessoryCategory.LIGHTING);
        categories.put(ServiceTypes.FAN, AccessoryCategory.FAN);
        categories.put(ServiceTypes.OUTLET, AccessoryCategory.OUTLET);
        categories.put(ServiceTypes.SWITCH, AccessoryCategory.SWITCH);
        categories.put(ServiceTypes.STATELESS_PROGRAMMABLE_SWITCH, AccessoryCategory.PROGRAMMABLE_SWITCH);
        for (ServiceType sensor : new ServiceType[] {
            ServiceTypes.CARBON_MONOXIDE_SENSOR,
            ServiceTypes.CARBON_DIOXIDE_SENSOR,
            ServiceTypes.CONTACT_SENSOR,
            ServiceTypes.HUMIDITY_SENSOR,
            ServiceTypes.LEAK_SENSOR,
            ServiceTypes.LIGHT_SENSOR,
            ServiceTypes.MOTION_SENSOR,
            ServiceTypes.OCCUPANCY_SENSOR,
            ServiceTypes.SMOKE_SENSOR,
            ServiceTypes.TEMPERATURE_SENSOR,
            ServiceTypes.AIR_QUALITY_SENSOR
        }) {
            categories.put(sensor, AccessoryCategory.SENSOR);
        }
        return categories;
    }
}
