// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.CharacteristicType.Trait;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.AccessoryState;
import io.latchkey.api.store.AccessoryStates;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which values may be written down: what a person could see in Home, and nothing that steers a procedure or is secret. */
final class LastValues {

    private LastValues() {}

    /** What is to be written down of these accessories, which the snapshot shows. */
    static AccessoryStates states(Snapshot snapshot, List<OfferedAccessory> offers) {
        Map<AccessoryKey, PublishedAccessory> published = new HashMap<>();
        snapshot.accessories()
                .forEach(each -> published.put(
                        new AccessoryKey(each.provider(), each.definition().key()), each));
        Map<String, AccessoryState> states = new HashMap<>();
        for (OfferedAccessory offer : offers) {
            AccessoryState state = offer.state();
            Map<String, Value> values = Optional.ofNullable(published.get(offer.key()))
                    .map(each -> values(each, offer))
                    .orElse(Map.of());
            states.put(offer.key().stored(), new AccessoryState(values, state.absence(), state.missingParts()));
        }
        return new AccessoryStates(states);
    }

    private static Map<String, Value> values(PublishedAccessory accessory, OfferedAccessory offer) {
        Set<String> remembered =
                new HashSet<>(MergedAccessory.parts(offer.merged().shape()));
        Map<String, Value> values = new HashMap<>();
        for (PublishedService service : accessory.services()) {
            for (PublishedCharacteristic each : service.characteristics()) {
                String name = Allocator.stored(service.definition(), each.definition());
                if (remembered.contains(name) && isOpen(each)) {
                    each.memory().known().ifPresent(value -> values.put(name, value));
                }
            }
        }
        return values;
    }

    private static boolean isOpen(PublishedCharacteristic characteristic) {
        return characteristic.allows(Permission.PAIRED_READ)
                && !characteristic.allows(Permission.WRITE_RESPONSE)
                && !characteristic.definition().isConstant()
                && characteristic.format() != Format.TLV8
                && characteristic.format() != Format.DATA
                && !characteristic.is(Trait.NULL_ON_READ)
                && !characteristic.is(Trait.ADMIN_READ);
    }
}
