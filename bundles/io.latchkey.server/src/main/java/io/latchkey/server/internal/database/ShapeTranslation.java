// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.AccessoryShape;
import io.latchkey.api.store.CharacteristicShape;
import io.latchkey.api.store.ServiceShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Between definitions, which somebody stands behind, and shapes, which can be remembered. A definition made of a shape
 * answers that nobody can be reached, except where a value is constant, and holds no object of any other bundle.
 */
final class ShapeTranslation {
    private static final int LONGEST_CONSTANT = 8192;

    private ShapeTranslation() {}

    static AccessoryShape shape(Accessory accessory) {
        List<ServiceShape> services = new ArrayList<>(accessory.services().size());
        for (Service service : accessory.services()) {
            services.add(shape(service));
        }
        return new AccessoryShape(accessory.info(), accessory.origin(), services, accessory.standalone());
    }

    /**
     * The accessory of a shape.
     *
     * @throws IllegalStateException when there can be no such accessory
     */
    static Accessory accessory(String key, AccessoryShape shape) {
        Accessory.Builder accessory = Accessory.of(key).info(shape.info());
        shape.origin().ifPresent(accessory::origin);
        shape.standalone().ifPresent(accessory::standalone);
        for (ServiceShape service : shape.services()) {
            accessory.with(service(service, service.linked(), service.primary()));
        }
        return accessory.build();
    }

    /** The service of a shape, with links and rank as they can be in its accessory. */
    static Service service(ServiceShape shape, List<String> linked, boolean primary) {
        Service.Builder service = Service.of(type(shape)).key(shape.key());
        for (CharacteristicShape each : shape.characteristics()) {
            service.with(characteristic(each));
        }
        linked.forEach(service::linkedTo);
        if (primary) {
            service.primary();
        }
        if (shape.hidden()) {
            service.hidden();
        }
        return service.build();
    }

    static Characteristic characteristic(CharacteristicShape shape) {
        if (shape.constant().isPresent()) {
            return Characteristic.constant(shape.type(), shape.constant().get());
        }
        Characteristic.Builder characteristic = Characteristic.of(shape.type())
                .permissions(shape.permissions())
                .constraints(shape.constraints())
                .read(() -> CompletableFuture.failedFuture(absent()))
                .write(write -> CompletableFuture.failedFuture(absent()))
                .direct();
        shape.description().ifPresent(characteristic::description);
        return characteristic.build();
    }

    static ServiceShape shape(Service service) {
        List<CharacteristicShape> characteristics =
                new ArrayList<>(service.characteristics().size());
        for (Characteristic each : service.characteristics()) {
            characteristics.add(shape(each));
        }
        return new ServiceShape(
                service.type(),
                service.key(),
                service.isPrimary(),
                service.isHidden(),
                service.linked(),
                characteristics);
    }

    static CharacteristicShape shape(Characteristic characteristic) {
        return new CharacteristicShape(
                characteristic.type(),
                characteristic.permissions(),
                characteristic.constraints(),
                characteristic.description(),
                constant(characteristic));
    }

    private static Optional<Value> constant(Characteristic characteristic) {
        if (!characteristic.isConstant()) {
            return Optional.empty();
        }
        Value value = characteristic
                .reader()
                .orElseThrow()
                .get()
                .toCompletableFuture()
                .join();
        boolean tooLong = value instanceof Value.Bytes bytes && bytes.content().length > LONGEST_CONSTANT;
        return tooLong || value.equals(Value.NULL) ? Optional.empty() : Optional.of(value);
    }

    /** The type, without what it demands where a former version of this program demanded less. */
    private static ServiceType type(ServiceShape shape) {
        ServiceType type = shape.type();
        for (CharacteristicType required : type.required()) {
            if (!has(shape, required)) {
                return new ServiceType(type.name(), type.displayName(), type.uuid(), List.of(), type.optional());
            }
        }
        return type;
    }

    private static boolean has(ServiceShape shape, CharacteristicType wanted) {
        for (CharacteristicShape each : shape.characteristics()) {
            if (each.type().equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static HapStatusException absent() {
        return new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "the accessory isn't there");
    }
}
