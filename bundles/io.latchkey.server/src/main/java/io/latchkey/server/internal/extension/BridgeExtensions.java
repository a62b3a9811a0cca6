// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.extension;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.extension.AccessoryExtension;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Value;
import io.latchkey.server.internal.access.Access;
import io.latchkey.server.internal.database.AccessoryKey;
import io.latchkey.server.internal.database.ExtensionAnswer;
import io.latchkey.server.internal.database.Extensions;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.store.StoredBridge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * The extensions at work for one bridge. It opens those that are there and closes those that leave, and hands on to them what
 * the bridge does. Each is called on threads for foreign code, and what comes back goes on on {@code latchkey-home}. Safe for all
 * threads; no method waits.
 */
public final class BridgeExtensions implements Extensions {
    private final StoredBridge stored;
    private final Workers workers;
    private final Access access;
    private final InstalledExtensions installed;
    private final Predicate<String> wanted;
    private final Map<AccessoryExtension, OpenedExtension> opened = new ConcurrentHashMap<>();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile Runnable whenChanged = () -> {};
    private volatile boolean closed;

    /**
     * Prepares them for one bridge.
     *
     * @param stored the memory of the bridge
     * @param access how extensions read and write
     * @param wanted whether a person wants the extension of an id at this bridge
     */
    public BridgeExtensions(
            StoredBridge stored,
            Workers workers,
            Access access,
            InstalledExtensions installed,
            Predicate<String> wanted) {
        this.stored = stored;
        this.workers = workers;
        this.access = access;
        this.installed = installed;
        this.wanted = wanted;
    }

    /**
     * Opens those that are there and all that come.
     *
     * @param composing shows the accessories of the bridge once more; called on {@code latchkey-home}
     */
    public void start(Runnable composing) {
        whenChanged = composing;
        installed.join(this);
        changed();
    }

    /** A controller is about to write that; called on an I/O thread. */
    public void written(PublishedCharacteristic characteristic) {
        opened.values().forEach(each -> each.written(characteristic.id()));
    }

    /** The last pairing has gone. */
    public void unpaired() {
        opened.values().forEach(OpenedExtension::unpaired);
    }

    @Override
    public CompletionStage<List<ExtensionAnswer>> additions(Map<AccessoryKey, Accessory> accessories) {
        List<CompletableFuture<Optional<ExtensionAnswer>>> asked = opened.values().stream()
                .filter(each -> each.isOpen() && isWanted(each.id()))
                .map(each -> each.additions(accessories).toCompletableFuture())
                .toList();
        if (asked.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        CompletableFuture<List<ExtensionAnswer>> answered = new CompletableFuture<>();
        CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .whenComplete((done, never) -> goOn(() -> answered.complete(complete(asked, accessories))));
        return answered;
    }

    @Override
    public boolean isWanted(String extension) {
        return wanted.test(extension);
    }

    @Override
    public void published(Snapshot snapshot, BiConsumer<PublishedCharacteristic, Value> teller) {
        opened.values().forEach(each -> each.published(snapshot, teller));
    }

    @Override
    public boolean silences(PublishedCharacteristic characteristic, Value change) {
        boolean isSilenced = false;
        for (OpenedExtension each : opened.values()) {
            isSilenced |= each.silences(characteristic.id(), change);
        }
        return isSilenced;
    }

    @Override
    public void close() {
        closed = true;
        installed.leave(this);
        opened.values().forEach(OpenedExtension::close);
        opened.clear();
    }

    /** Extensions have come, are left out or are back. */
    void changed() {
        goOn(() -> {
            installed.all().forEach(this::open);
            if (!closed) {
                whenChanged.run();
            }
        });
    }

    /** One has left; ends once it was told so, and fails when it fails or couldn't be. */
    CompletionStage<?> left(AccessoryExtension extension) {
        Optional<OpenedExtension> gone = Optional.ofNullable(opened.remove(extension));
        goOn(whenChanged);
        return gone.<CompletionStage<?>>map(OpenedExtension::close)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private void open(InstalledExtension extension) {
        if (closed || opened.containsKey(extension.service())) {
            return;
        }
        OpenedExtension opening = new OpenedExtension(extension, stored, workers, access);
        if (opened.putIfAbsent(extension.service(), opening) == null) {
            opening.open().whenComplete((done, failure) -> {
                if (failure == null) {
                    goOn(whenChanged);
                } else if (opened.remove(extension.service(), opening)) {
                    later(InstalledExtensions.RETRY, this::changed);
                }
            });
        }
    }

    private List<ExtensionAnswer> complete(
            List<CompletableFuture<Optional<ExtensionAnswer>>> asked, Map<AccessoryKey, Accessory> accessories) {
        List<ExtensionAnswer> answers = new ArrayList<>();
        asked.forEach(each -> each.join().ifPresent(answers::add));
        boolean isWhole = answers.size() == asked.size()
                && answers.stream()
                        .allMatch(answer -> accessories.entrySet().stream()
                                .allMatch(each -> answer.isAbout(each.getKey(), each.getValue())));
        if (!isWhole && waiting.compareAndSet(false, true)) {
            later(InstalledExtensions.RETRY, () -> {
                waiting.set(false);
                changed();
            });
        }
        return answers;
    }

    private void later(Duration delay, Runnable task) {
        try {
            workers.schedule(delay, task);
        } catch (RejectedExecutionException stopping) {
            closed = true;
        }
    }

    private void goOn(Runnable task) {
        try {
            workers.home().execute(task);
        } catch (RejectedExecutionException full) {
            task.run();
        }
    }
}
