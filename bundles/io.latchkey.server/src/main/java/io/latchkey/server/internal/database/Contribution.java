// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.RememberedAccessory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one provider contributes to the bridges of one configuration, from its opening to its end. Values announced
 * for a definition that is not published yet wait here, one for each. Called on the threads of hosts; keeps nothing
 * of the provider after the end.
 */
final class Contribution implements AccessorySink {
    private final String provider;
    private final ContributedAccessories offering;
    private final Map<String, Set<Characteristic>> own = new HashMap<>();
    private final Map<Characteristic, Value> waiting = new IdentityHashMap<>();
    private volatile List<String> notices = List.of();
    private boolean ended;

    Contribution(String provider, ContributedAccessories offering) {
        this.provider = provider;
        this.offering = offering;
    }

    String provider() {
        return provider;
    }

    @Override
    public synchronized void put(Accessory accessory) {
        if (!ended) {
            forget(accessory.key());
            own.put(accessory.key(), definitions(accessory));
            offering.put(this, new AccessoryKey(provider, accessory.key()), accessory);
        }
    }

    @Override
    public synchronized void remove(String key) {
        if (!ended) {
            forget(key);
            offering.remove(this, new AccessoryKey(provider, key));
        }
    }

    @Override
    public synchronized void absent(String key, Absence why) {
        if (!ended) {
            forget(key);
            offering.absent(this, new AccessoryKey(provider, key), why);
        }
    }

    @Override
    public Collection<RememberedAccessory> remembered() {
        return offering.remembered(provider);
    }

    @Override
    public void changed(Characteristic characteristic, Value value) {
        synchronized (this) {
            if (ended) {
                return;
            }
            if (!offering.isPublished(characteristic)) {
                if (isOwn(characteristic)) {
                    waiting.put(characteristic, value);
                }
                return;
            }
        }
        offering.announce(characteristic, value);
    }

    @Override
    public void complete() {
        synchronized (this) {
            if (ended) {
                return;
            }
        }
        offering.complete(this);
    }

    @Override
    public synchronized void notices(List<String> now) {
        if (!ended && !now.equals(notices)) {
            notices = List.copyOf(now);
            offering.tell(notices);
        }
    }

    /** What people have to know of it. */
    List<String> notices() {
        return notices;
    }

    /** Announces what has waited for its definition to be published. */
    void published() {
        List<Map.Entry<Characteristic, Value>> ready = new ArrayList<>();
        synchronized (this) {
            waiting.entrySet().removeIf(entry -> {
                boolean published = offering.isPublished(entry.getKey());
                if (published) {
                    ready.add(Map.entry(entry.getKey(), entry.getValue()));
                }
                return published;
            });
        }
        ready.forEach(entry -> offering.announce(entry.getKey(), entry.getValue()));
    }

    /** Takes nothing more and lets everything go. */
    synchronized void end() {
        ended = true;
        notices = List.of();
        own.clear();
        waiting.clear();
    }

    private boolean isOwn(Characteristic characteristic) {
        return own.values().stream().anyMatch(definitions -> definitions.contains(characteristic));
    }

    private void forget(String key) {
        Set<Characteristic> before = own.remove(key);
        if (before != null) {
            waiting.keySet().removeAll(before);
        }
    }

    private static Set<Characteristic> definitions(Accessory accessory) {
        Set<Characteristic> definitions = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Service service : accessory.services()) {
            definitions.addAll(service.characteristics());
        }
        return definitions;
    }
}
