// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.concurrent.CompletableFuture;

/** Makes the two services that every bridge adds by itself (HAP specification R2, sections 8.1 and 8.17). */
final class InformationService {
    private static final String PROTOCOL_VERSION = "1.1.0";
    private static final String UNKNOWN = "Unknown";

    private InformationService() {}

    /** Accessory Information: names and numbers made legal, and the routine that lets the accessory show itself. */
    static Service of(AccessoryInfo info, Runnable identify) {
        String name = LegalText.name(info.name());
        Service.Builder service = Service.of(ServiceTypes.ACCESSORY_INFORMATION)
                .with(Characteristic.of(CharacteristicTypes.IDENTIFY)
                        .write(write -> {
                            if (write.value().equals(Value.TRUE)) {
                                identify.run();
                            }
                            return CompletableFuture.completedFuture(Value.NULL);
                        })
                        .build())
                .with(text(CharacteristicTypes.MANUFACTURER, LegalText.text(info.manufacturer(), UNKNOWN)))
                .with(text(CharacteristicTypes.MODEL, LegalText.model(info.model(), UNKNOWN)))
                .with(text(CharacteristicTypes.NAME, name))
                .with(text(CharacteristicTypes.SERIAL_NUMBER, LegalText.serialNumber(info.serialNumber(), name)))
                .with(text(CharacteristicTypes.FIRMWARE_REVISION, LegalText.revision(info.firmwareRevision())));
        info.hardwareRevision()
                .ifPresent(revision ->
                        service.with(text(CharacteristicTypes.HARDWARE_REVISION, LegalText.revision(revision))));
        return service.build();
    }

    /** Protocol Information, on the bridge itself only. */
    static Service protocol() {
        return Service.of(ServiceTypes.PROTOCOL_INFORMATION)
                .with(text(CharacteristicTypes.VERSION, PROTOCOL_VERSION))
                .build();
    }

    private static Characteristic text(CharacteristicType type, String text) {
        return Characteristic.constant(type, Value.of(text));
    }
}
