// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Service;
import java.util.concurrent.CompletableFuture;

/**
 * What stays of an accessory when the bundle of its type has left: the same shape and names, functions that answer that
 * nobody is there, and no object of that bundle. Stateless.
 */
final class Shadow {
    private Shadow() {}

    static Accessory of(Accessory accessory) {
        Accessory.Builder shadow = Accessory.of(accessory.key()).info(accessory.info());
        accessory.wishedId().ifPresent(shadow::wishedId);
        accessory.services().forEach(service -> shadow.with(of(service)));
        return shadow.build();
    }

    private static Service of(Service service) {
        Service.Builder shadow = Service.of(service.type()).key(service.key());
        service.characteristics().forEach(characteristic -> shadow.with(of(characteristic)));
        service.linked().forEach(shadow::linkedTo);
        return (service.isPrimary() ? shadow.primary() : shadow).build();
    }

    private static Characteristic of(Characteristic characteristic) {
        if (characteristic.type().equals(CharacteristicTypes.NAME)) {
            return characteristic;
        }
        Characteristic.Builder shadow = Characteristic.of(characteristic.type())
                .permissions(characteristic.permissions())
                .constraints(characteristic.constraints())
                .direct();
        characteristic.reader().ifPresent(reader -> shadow.read(() -> CompletableFuture.failedFuture(away())));
        characteristic.writer().ifPresent(writer -> shadow.write(write -> CompletableFuture.failedFuture(away())));
        return shadow.build();
    }

    private static HapStatusException away() {
        return new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "the type of the accessory is away");
    }
}
