// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.model.WriteBatch;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.testing.ManualWorkers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** An exposure with a fake bridge and a clock of the test's own. */
final class ExposureFixture {
    static final Duration SOON = Duration.ofSeconds(2);

    final ManualWorkers workers = new ManualWorkers();
    final InlineContributors contributors = new InlineContributors();
    final OneBridgeStore store;
    final Exposure exposure;
    final RecordingSink sink = new RecordingSink();
    final List<String> commanded = new ArrayList<>();

    ExposureFixture(AccessoryType... types) {
        this(new OneBridgeStore(), types);
    }

    ExposureFixture(OneBridgeStore store, AccessoryType... types) {
        this.store = store;
        this.exposure = new Exposure(workers, contributors, store);
        for (AccessoryType type : types) {
            exposure.addType(type, Map.of());
        }
    }

    ExposureFixture with(String host, ItemRegistry registry) {
        exposure.addRegistry(registry, Map.of(ItemRegistry.PROPERTY_HOST, host));
        return this;
    }

    AutoCloseable open(String hosts, String selection) {
        AutoCloseable open = exposure.open(new BridgeView("home", "Home", hosts, selection), sink);
        workers.pass(SOON);
        return open;
    }

    String read(String key, CharacteristicType type) {
        return read(key, "", type);
    }

    String read(String key, String service, CharacteristicType type) {
        CompletableFuture<Value> read = sink.characteristic(key, service, type)
                .reader()
                .orElseThrow()
                .get()
                .toCompletableFuture();
        try {
            return RecordingSink.text(read.join());
        } catch (CompletionException failed) {
            return ((HapStatusException) failed.getCause()).status().name();
        }
    }

    /** Writes all of one request and tells the answers. */
    List<CompletionStage<Value>> write(String key, Map<CharacteristicType, Value> values) {
        return write(key, "", values);
    }

    List<CompletionStage<Value>> write(String key, String service, Map<CharacteristicType, Value> values) {
        List<Runnable> gathered = new ArrayList<>();
        WriteBatch batch = new WriteBatch() {
            @Override
            public void whenGathered(Runnable action) {
                gathered.add(action);
            }

            @Override
            public void commanded(String item, String command) {
                commanded.add(item + " " + command);
            }
        };
        List<CompletionStage<Value>> answers = new ArrayList<>();
        values.forEach((type, value) -> answers.add(sink.characteristic(key, service, type)
                .writer()
                .orElseThrow()
                .apply(new Write(value, new ControllerId("phone"), Optional.empty(), false, batch))));
        gathered.forEach(Runnable::run);
        return answers;
    }

    static Item item(String name, String type, String state, String homekit, Object... options) {
        return builder(name, type, state, homekit, options).build();
    }

    static Item member(String group, String name, String type, String state, String homekit, Object... options) {
        return builder(name, type, state, homekit, options)
                .groups(Set.of(group))
                .build();
    }

    static Item.Builder builder(String name, String type, String state, String homekit, Object... options) {
        ItemType kind = ItemType.of(type).orElseThrow();
        Map<String, Object> all = new LinkedHashMap<>();
        for (int index = 0; index < options.length; index += 2) {
            Object option = options[index + 1];
            all.put(String.valueOf(options[index]), option instanceof Integer n ? BigDecimal.valueOf(n) : option);
        }
        return Item.of(name, kind)
                .label(name.replace('_', ' '))
                .state(ItemState.parse(kind, state).orElseThrow())
                .metadata("homekit", new Metadata(homekit, all));
    }
}
