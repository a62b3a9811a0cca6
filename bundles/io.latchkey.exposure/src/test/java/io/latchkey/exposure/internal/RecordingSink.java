// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryOrigin;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.RememberedAccessory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a bridge would have got. */
class RecordingSink implements AccessorySink {
    final Map<String, Accessory> accessories = new LinkedHashMap<>();
    final List<String> log = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    List<String> notices = List.of();
    final Map<String, Absence> absences = new LinkedHashMap<>();
    final Map<String, RememberedAccessory> remembered = new LinkedHashMap<>();

    @Override
    public void put(Accessory accessory) {
        accessories.put(accessory.key(), accessory);
        remembered.put(accessory.key(), new RememberedAccessory(accessory.key(), accessory.origin()));
        absences.remove(accessory.key());
        log.add("put " + accessory.key());
    }

    @Override
    public void absent(String key, Absence why) {
        accessories.remove(key);
        absences.put(key, why);
        log.add("absent " + key + " " + why.cause());
    }

    @Override
    public void remove(String key) {
        leave(key);
        log.add("remove " + key);
    }

    @Override
    public void changed(Characteristic characteristic, Value value) {
        boolean isPut = accessories.values().stream()
                .flatMap(accessory -> accessory.services().stream())
                .anyMatch(service -> service.characteristics().contains(characteristic));
        if (isPut) {
            events.add(characteristic.type() + "=" + text(value));
        }
    }

    @Override
    public void notices(List<String> now) {
        notices = now;
    }

    @Override
    public void complete() {
        log.add("complete");
    }

    @Override
    public Collection<RememberedAccessory> remembered() {
        return List.copyOf(remembered.values());
    }

    /** What a bridge remembers from the run before. */
    void remember(String key, String... items) {
        String host = key.substring(0, key.indexOf(':'));
        remembered.put(key, new RememberedAccessory(key, Optional.of(new AccessoryOrigin(host, Set.of(items)))));
    }

    /** The bridge lets it go, as after its time or because somebody pruned it. */
    void leave(String key) {
        accessories.remove(key);
        absences.remove(key);
        remembered.remove(key);
    }

    String why(String key) {
        return absences.get(key).cause() + ": " + absences.get(key).reason();
    }

    Characteristic characteristic(String key, CharacteristicType type) {
        return characteristic(key, "", type);
    }

    Characteristic characteristic(String key, String service, CharacteristicType type) {
        return accessories.get(key).services().stream()
                .filter(each -> service.isEmpty() || each.key().equals(service))
                .flatMap(each -> each.find(type).stream())
                .findFirst()
                .orElseThrow();
    }

    static String text(Value value) {
        if (value instanceof Value.Bool bool) {
            return String.valueOf(bool.on());
        }
        if (value instanceof Value.Whole whole) {
            return String.valueOf(whole.number());
        }
        if (value instanceof Value.Decimal decimal) {
            return String.valueOf(decimal.number());
        }
        return value instanceof Value.Text text ? text.text() : value.toString();
    }
}
