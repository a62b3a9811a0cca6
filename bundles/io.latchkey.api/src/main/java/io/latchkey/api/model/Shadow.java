// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * What stays of an accessory while those who made it are away: the same shape, functions that answer
 * {@link HapStatus#UNABLE_TO_COMMUNICATE} at once, and none of their objects, so that their bundle can be let go. Stateless.
 */
public final class Shadow {
    private final String reason;
    private final Predicate<Characteristic> kept;

    private Shadow(String reason, Predicate<Characteristic> kept) {
        this.reason = reason;
        this.kept = kept;
    }

    /**
     * The shadow of an accessory; it can't be identified.
     *
     * @param reason who is away, for logs
     * @param kept which characteristics stay as they are, because they hold nothing of those who are away
     */
    public static Accessory of(Accessory accessory, String reason, Predicate<Characteristic> kept) {
        Shadow maker = new Shadow(reason, kept);
        Accessory.Builder shadow = Accessory.of(accessory.key()).info(accessory.info());
        accessory.wishedId().ifPresent(shadow::wishedId);
        accessory.services().forEach(service -> shadow.with(maker.of(service)));
        return shadow.build();
    }

    private Service of(Service service) {
        Service.Builder shadow = Service.of(service.type()).key(service.key());
        service.characteristics().forEach(each -> shadow.with(kept.test(each) ? each : of(each)));
        service.linked().forEach(shadow::linkedTo);
        if (service.isPrimary()) {
            shadow.primary();
        }
        if (service.isHidden()) {
            shadow.hidden();
        }
        return shadow.build();
    }

    private Characteristic of(Characteristic characteristic) {
        Characteristic.Builder shadow = Characteristic.of(characteristic.type())
                .permissions(characteristic.permissions())
                .constraints(characteristic.constraints())
                .read(() -> CompletableFuture.failedFuture(away()))
                .write(write -> CompletableFuture.failedFuture(away()))
                .direct();
        characteristic.description().ifPresent(shadow::description);
        return shadow.build();
    }

    private HapStatusException away() {
        return new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, reason);
    }
}
