// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.testing;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryOrigin;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.api.provider.RememberedAccessory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * A bridge for the test of one {@link AccessoryProvider}: it takes what the provider puts, and reads, writes and hears it as
 * a controller would that has subscribed to everything.
 *
 * <p>It does what a real bridge does with what a provider says: values are made legal, an announced value that is equal to
 * the last one isn't heard again except from buttons, what is remembered and not put is absent from
 * {@link AccessorySink#complete} on, and after {@link #close} nothing is taken. It differs in that nothing settles: what is
 * put counts at once, functions run on the thread of the test, and a value of which nothing legal can be made is an
 * {@link AssertionError} instead of a line in the log. And it reads only when the test does: a real bridge also reads what is
 * there again and tells controllers that have asked in vain. A provider may call it from any thread.
 */
public final class FakeBridge implements AutoCloseable {
    /** Under this name the controller writes. */
    public static final ControllerId CONTROLLER = new ControllerId("test");

    private final Map<String, Accessory> accessories = new LinkedHashMap<>();
    private final Map<String, Optional<AccessoryOrigin>> remembered = new LinkedHashMap<>();
    private final Map<String, Absence> absences = new LinkedHashMap<>();
    private final List<ShownCharacteristic> shown = new ArrayList<>();
    private AutoCloseable contribution = () -> {};
    private List<String> notices = List.of();
    private boolean complete;
    private boolean closed;

    private FakeBridge() {}

    /** A bridge that was never there before, with the provider opened for it. */
    public static FakeBridge open(AccessoryProvider provider) {
        return open(provider, Set.of());
    }

    /**
     * A bridge that remembers accessories of a run before.
     *
     * @param keys of the accessories that the provider put in that run
     */
    public static FakeBridge open(AccessoryProvider provider, Set<String> keys) {
        return open(provider, keys, new BridgeView("home", "Home", "", ""));
    }

    /** As {@link #open(AccessoryProvider, Set)}, with what the provider may know of the bridge. */
    public static FakeBridge open(AccessoryProvider provider, Set<String> keys, BridgeView view) {
        FakeBridge bridge = new FakeBridge();
        keys.forEach(key -> bridge.remembered.put(key, Optional.empty()));
        bridge.contribution = provider.open(view, bridge.new Sink());
        return bridge;
    }

    /** The keys of the accessories that are there, in the order in which they came. */
    public synchronized List<String> present() {
        return List.copyOf(accessories.keySet());
    }

    /** The keys of all accessories that Home shows, whether they are there or not. */
    public synchronized Set<String> inHome() {
        return Set.copyOf(remembered.keySet());
    }

    /** Why an accessory isn't there; empty when it is, or when Home doesn't show it. */
    public synchronized Optional<Absence> absence(String key) {
        return Optional.ofNullable(absences.get(key));
    }

    /** What the provider says that people have to know. */
    public synchronized List<String> notices() {
        return notices;
    }

    /** Whether the provider has said that it has put everything. */
    public synchronized boolean isComplete() {
        return complete;
    }

    /**
     * The definition that counts at the moment.
     *
     * @throws AssertionError when no accessory of that key is there
     */
    public synchronized Accessory accessory(String key) {
        if (!accessories.containsKey(key)) {
            throw new AssertionError("no accessory " + key + " is there, only " + accessories.keySet());
        }
        return accessories.get(key);
    }

    /**
     * A characteristic of the first service that has it. It stays the same when the provider replaces its definition.
     *
     * @throws AssertionError when it isn't there now
     */
    public ShownCharacteristic characteristic(String accessory, CharacteristicType type) {
        Service service = accessory(accessory).services().stream()
                .filter(each -> each.find(type).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError(accessory + " has no " + type));
        return characteristic(accessory, service.key(), type);
    }

    /**
     * A characteristic of a service. It stays the same when the provider replaces its definition.
     *
     * @throws AssertionError when it isn't there now
     */
    public synchronized ShownCharacteristic characteristic(String accessory, String service, CharacteristicType type) {
        ShownCharacteristic wanted = new ShownCharacteristic(this, accessory, service, type);
        wanted.definition().orElseThrow(() -> new AssertionError(wanted + " isn't there"));
        return shown.stream().filter(wanted::isSame).findFirst().orElseGet(() -> {
            shown.add(wanted);
            return wanted;
        });
    }

    /**
     * Writes several values in one request, as a controller does that sets a colour, and waits until all are taken.
     *
     * @throws io.latchkey.api.model.HapStatusException when one isn't taken, with the status that the controller gets
     */
    public void write(Map<ShownCharacteristic, Value> values) {
        List<Runnable> gathered = new ArrayList<>();
        Map<ShownCharacteristic, CompletionStage<Value>> answers = new LinkedHashMap<>();
        values.forEach((characteristic, value) -> answers.put(
                characteristic,
                characteristic.begin(new Write(value, CONTROLLER, Optional.empty(), false, gathered::add))));
        gathered.forEach(Runnable::run);
        answers.forEach((characteristic, answer) -> characteristic.await(answer));
    }

    /**
     * The provider or the bridge leaves: ends the contribution, and nothing is taken any more. A second time nothing happens.
     *
     * @throws AssertionError when the provider can't end it
     */
    @Override
    public void close() {
        AutoCloseable open;
        synchronized (this) {
            open = contribution;
            contribution = () -> {};
            closed = true;
            accessories.clear();
        }
        try {
            open.close();
        } catch (Exception failure) {
            throw new AssertionError("the provider failed to end its contribution", failure);
        }
    }

    synchronized Optional<Characteristic> definition(String accessory, String service, CharacteristicType type) {
        return Optional.ofNullable(accessories.get(accessory)).stream()
                .flatMap(each -> each.services().stream())
                .filter(each -> each.key().equals(service))
                .findFirst()
                .flatMap(each -> each.find(type));
    }

    /** What the provider sees. */
    private final class Sink implements AccessorySink {
        @Override
        public void put(Accessory accessory) {
            synchronized (FakeBridge.this) {
                if (!closed) {
                    accessories.put(accessory.key(), accessory);
                    remembered.put(accessory.key(), accessory.origin());
                    absences.remove(accessory.key());
                }
            }
        }

        @Override
        public void absent(String key, Absence why) {
            synchronized (FakeBridge.this) {
                if (!closed && remembered.containsKey(key)) {
                    accessories.remove(key);
                    absences.put(key, why);
                }
            }
        }

        @Override
        public void notices(List<String> now) {
            synchronized (FakeBridge.this) {
                if (!closed) {
                    notices = List.copyOf(now);
                }
            }
        }

        @Override
        public void remove(String key) {
            synchronized (FakeBridge.this) {
                if (!closed) {
                    accessories.remove(key);
                    absences.remove(key);
                    remembered.remove(key);
                }
            }
        }

        @Override
        public void changed(Characteristic characteristic, Value value) {
            accessoryOf(characteristic)
                    .ifPresent(accessory -> serviceOf(accessory, characteristic)
                            .ifPresent(service -> characteristic(accessory.key(), service.key(), characteristic.type())
                                    .hear(characteristic, value)));
        }

        @Override
        public void complete() {
            synchronized (FakeBridge.this) {
                if (closed) {
                    return;
                }
                complete = true;
                remembered.keySet().stream()
                        .filter(key -> !accessories.containsKey(key))
                        .forEach(key -> absences.putIfAbsent(
                                key, new Absence(Absence.Cause.MISSING, "its provider hasn't put it")));
            }
        }

        @Override
        public Collection<RememberedAccessory> remembered() {
            synchronized (FakeBridge.this) {
                return remembered.entrySet().stream()
                        .map(each -> new RememberedAccessory(each.getKey(), each.getValue()))
                        .toList();
            }
        }

        private Optional<Accessory> accessoryOf(Characteristic characteristic) {
            synchronized (FakeBridge.this) {
                return accessories.values().stream()
                        .filter(each -> serviceOf(each, characteristic).isPresent())
                        .findFirst();
            }
        }

        private static Optional<Service> serviceOf(Accessory accessory, Characteristic characteristic) {
            return accessory.services().stream()
                    .filter(each -> each.characteristics().contains(characteristic))
                    .findFirst();
        }
    }
}
