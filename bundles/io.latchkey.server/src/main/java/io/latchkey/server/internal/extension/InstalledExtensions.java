// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.extension;

import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.extension.AccessoryExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The extensions that are there, for all bridges. They come and go on threads of the framework, which wait for nothing; one
 * that can't tell its id is asked again after {@link #RETRY}. Safe for all threads.
 */
@Component(service = InstalledExtensions.class)
public final class InstalledExtensions {
    /** When one that failed is tried again. */
    static final Duration RETRY = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(InstalledExtensions.class);

    private final Contributors contributors;
    private final Workers workers;
    private final Map<AccessoryExtension, Contributor> known = new ConcurrentHashMap<>();
    private final Map<AccessoryExtension, InstalledExtension> installed = new ConcurrentHashMap<>();
    private final Set<BridgeExtensions> bridges = new CopyOnWriteArraySet<>();

    /** Begins without extensions. */
    @Activate
    public InstalledExtensions(@Reference Contributors contributors, @Reference Workers workers) {
        this.contributors = contributors;
        this.workers = workers;
    }

    /** An extension has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addExtension(AccessoryExtension extension) {
        Contributor contributor =
                contributors.join("extension " + extension.getClass().getName());
        known.put(extension, contributor);
        contributor.onChange(this::changed);
        ask(extension, contributor);
    }

    /** An extension has gone. One that fails to end at a bridge is told of for a while. */
    public void removeExtension(AccessoryExtension extension) {
        installed.remove(extension);
        Contributor contributor = known.remove(extension);
        List<CompletableFuture<?>> closed = new ArrayList<>();
        bridges.forEach(each -> closed.add(each.left(extension).toCompletableFuture()));
        CompletableFuture.allOf(closed.toArray(CompletableFuture[]::new)).thenRun(contributor::close);
    }

    /** Those that are there now. */
    List<InstalledExtension> all() {
        return List.copyOf(installed.values());
    }

    /** From now on a bridge hears when extensions have come, are left out or are back. */
    void join(BridgeExtensions bridge) {
        bridges.add(bridge);
    }

    /** It hears nothing any more. */
    void leave(BridgeExtensions bridge) {
        bridges.remove(bridge);
    }

    private void ask(AccessoryExtension extension, Contributor contributor) {
        contributor.ask("id", () -> usable(extension.id())).whenComplete((id, failure) -> {
            if (failure == null) {
                told(new InstalledExtension(id, extension, contributor));
            } else {
                askLater(extension, contributor);
            }
        });
    }

    private void told(InstalledExtension extension) {
        if (known.containsKey(extension.service())) {
            installed.put(extension.service(), extension);
            changed();
        }
    }

    private void askLater(AccessoryExtension extension, Contributor contributor) {
        try {
            workers.schedule(RETRY, () -> {
                if (known.containsKey(extension)) {
                    ask(extension, contributor);
                }
            });
        } catch (RejectedExecutionException stopping) {
            LOG.debug("{} isn't asked again: the threads have stopped", contributor.name());
        }
    }

    private void changed() {
        bridges.forEach(BridgeExtensions::changed);
    }

    private static String usable(String id) {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("no usable id: give it one that isn't empty");
        }
        return id;
    }
}
