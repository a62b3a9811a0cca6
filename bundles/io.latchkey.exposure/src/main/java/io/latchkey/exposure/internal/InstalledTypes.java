// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.GuardedType;
import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.exposure.internal.language.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accessory types that are there. One that can't describe itself isn't among them and is asked again; one that hangs
 * is left out for a while. Called on threads of the framework; returns at once. Safe for all threads.
 */
final class InstalledTypes {
    /** When a type that couldn't describe itself is asked again. */
    static final Duration RETRY = Duration.ofSeconds(30);

    /** What the name of each begins with, as a contributor. */
    static final String CONTRIBUTOR = "accessory type ";

    private static final Logger LOG = LoggerFactory.getLogger(InstalledTypes.class);

    private final Contributors contributors;
    private final Workers workers;
    private final Runnable changed;
    private final RankedServices<GuardedType> described = new RankedServices<>();
    private final Map<AccessoryType, Joined> joined = new IdentityHashMap<>();

    /**
     * Begins without types.
     *
     * @param changed runs when there are others, on any thread
     */
    InstalledTypes(Contributors contributors, Workers workers, Runnable changed) {
        this.contributors = contributors;
        this.workers = workers;
        this.changed = changed;
    }

    private record Joined(AccessoryType type, Map<String, Object> properties, Contributor contributor) {}

    /** A type came. */
    void add(AccessoryType type, Map<String, Object> properties) {
        Contributor contributor =
                contributors.join(CONTRIBUTOR + type.getClass().getName());
        contributor.onChange(changed);
        Joined fresh = new Joined(type, properties, contributor);
        synchronized (this) {
            joined.put(type, fresh);
        }
        describe(fresh);
    }

    /** A type left. */
    void remove(AccessoryType type) {
        synchronized (this) {
            Joined gone = joined.remove(type);
            if (gone == null) {
                return;
            }
            gone.contributor().close();
            described.all().stream()
                    .filter(each -> GuardedType.contributor(each) == gone.contributor())
                    .forEach(described::remove);
        }
        changed.run();
    }

    /** The words of those that are there now. */
    Vocabulary vocabulary() {
        List<AccessoryType> there = new ArrayList<>();
        List<AccessoryType> leftOut = new ArrayList<>();
        described.all().forEach(type -> (type.isLeftOut() ? leftOut : there).add(type));
        return new Vocabulary(there, leftOut);
    }

    private void describe(Joined asked) {
        GuardedType.describe(asked.type(), asked.contributor()).whenComplete((type, failure) -> {
            if (failure == null) {
                described(asked, type);
            } else {
                again(asked);
            }
        });
    }

    private void described(Joined asked, GuardedType type) {
        synchronized (this) {
            if (joined.get(asked.type()) != asked) {
                return;
            }
            described.add(type, asked.properties());
        }
        changed.run();
    }

    private synchronized void again(Joined asked) {
        if (joined.get(asked.type()) != asked) {
            return;
        }
        try {
            workers.schedule(RETRY, () -> {
                if (isThere(asked)) {
                    describe(asked);
                }
            });
        } catch (RejectedExecutionException stopping) {
            LOG.debug("{} isn't asked again: the threads have stopped", asked.contributor());
        }
    }

    private synchronized boolean isThere(Joined asked) {
        return joined.get(asked.type()) == asked;
    }
}
