// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import static io.latchkey.api.model.CharacteristicTypes.CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT;
import static io.latchkey.api.model.CharacteristicTypes.CHARACTERISTIC_VALUE_TRANSITION_CONTROL;
import static io.latchkey.api.model.CharacteristicTypes.COLOR_TEMPERATURE;
import static io.latchkey.api.model.CharacteristicTypes.SUPPORTED_CHARACTERISTIC_VALUE_TRANSITION_CONFIGURATION;

import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Service;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.CharacteristicShape;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.ExtensionShapes;
import io.latchkey.api.store.ExtensionShapes.Addition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a bridge has added to lamps by itself, before there were extensions: it remembered the ids of that and not the shape.
 * A home hub would forget the curves of lamps that lacked it for the moment between the start of the bridge and that of the
 * extension. Pure.
 */
final class FormerAdditions {
    private static final String EXTENSION = "adaptive-lighting";
    private static final List<CharacteristicType> TYPES = List.of(
            SUPPORTED_CHARACTERISTIC_VALUE_TRANSITION_CONFIGURATION,
            CHARACTERISTIC_VALUE_TRANSITION_CONTROL,
            CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT);

    private FormerAdditions() {}

    /** What is remembered of the additions to these accessories, or can be told from the ids in an older store. */
    static ExtensionShapes of(BridgeMemory memory, List<OfferedAccessory> offers) {
        return memory.get(Domain.EXTENSIONS).orElseGet(() -> told(memory, offers));
    }

    private static ExtensionShapes told(BridgeMemory memory, List<OfferedAccessory> offers) {
        Map<String, Allocation.Entry> entries =
                memory.get(Domain.ALLOCATION).orElse(Allocation.EMPTY).accessories();
        Map<String, List<Addition>> additions = new HashMap<>();
        for (OfferedAccessory offer : offers) {
            String key = offer.key().stored();
            List<Addition> told = Optional.ofNullable(entries.get(key)).stream()
                    .flatMap(entry -> offer.accessory().services().stream().filter(each -> wasExtended(each, entry)))
                    .map(FormerAdditions::addition)
                    .toList();
            if (!told.isEmpty()) {
                additions.put(key, told);
            }
        }
        return new ExtensionShapes(additions);
    }

    private static boolean wasExtended(Service service, Allocation.Entry entry) {
        return service.find(COLOR_TEMPERATURE).isPresent()
                && TYPES.stream()
                        .map(type ->
                                MergedAccessory.part(service.key(), type.uuid().text()))
                        .allMatch(entry.iids()::containsKey);
    }

    private static Addition addition(Service service) {
        return new Addition(
                EXTENSION,
                service.key(),
                TYPES.stream()
                        .map(type -> new CharacteristicShape(
                                type, type.permissions(), type.constraints(), Optional.empty(), Optional.empty()))
                        .toList());
    }
}
