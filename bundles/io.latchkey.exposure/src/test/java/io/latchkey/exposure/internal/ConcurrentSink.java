// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.RememberedAccessory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a bridge would have got, from any thread. */
final class ConcurrentSink implements AccessorySink {
    final Map<String, Accessory> accessories = new ConcurrentHashMap<>();
    final Map<String, RememberedAccessory> remembered = new ConcurrentHashMap<>();
    final Map<Characteristic, Value> heard = new ConcurrentHashMap<>();
    final List<String> removed = new ArrayList<>();

    @Override
    public void put(Accessory accessory) {
        remembered.put(accessory.key(), new RememberedAccessory(accessory.key(), accessory.origin()));
        accessories.put(accessory.key(), accessory);
    }

    @Override
    public void absent(String key, Absence why) {
        boolean isHarmless = why.cause() == Absence.Cause.MISSING || why.cause() == Absence.Cause.HOST_AWAY;
        if (isHarmless) {
            accessories.remove(key);
        } else {
            remove(key + " will leave: " + why);
        }
    }

    @Override
    public synchronized void remove(String key) {
        removed.add(key);
    }

    @Override
    public void changed(Characteristic characteristic, Value value) {
        heard.put(characteristic, value);
    }

    @Override
    public void notices(List<String> now) {
        // Nobody reads them here.
    }

    @Override
    public void complete() {
        // Nothing waits for it here.
    }

    @Override
    public Collection<RememberedAccessory> remembered() {
        return List.copyOf(remembered.values());
    }
}
