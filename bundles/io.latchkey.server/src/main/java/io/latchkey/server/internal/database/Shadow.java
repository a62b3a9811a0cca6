// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Service;
import java.util.concurrent.CompletableFuture;

/**
 * What stays of an accessory whose contributor has left: the same shape, functions that answer that nobody is there, and no
 * object of a class that the contributor brought along.
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
        if (service.isPrimary()) {
            shadow.primary();
        }
        if (service.isHidden()) {
            shadow.hidden();
        }
        return shadow.build();
    }

    private static Characteristic of(Characteristic characteristic) {
        Characteristic.Builder shadow = Characteristic.of(characteristic.type())
                .permissions(characteristic.permissions())
                .constraints(characteristic.constraints())
                .read(() -> CompletableFuture.failedFuture(away()))
                .write(write -> CompletableFuture.failedFuture(away()))
                .direct();
        characteristic.description().ifPresent(shadow::description);
        return shadow.build();
    }

    private static HapStatusException away() {
        return new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "the contributor is away");
    }
}
