// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import io.latchkey.api.concurrent.ContributorFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What contributors did wrong of late. Each kind of failure is logged once, with its stack, and again only when it hadn't
 * happened for {@link #MEMORY}: code that fails at every state of an item must not fill a disk. Safe for all threads.
 */
final class ContributorFailures {
    /** How long a failure is told after it has happened last. */
    static final Duration MEMORY = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(ContributorFailures.class);
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final int MOST = 200;
    private static final int MOST_TEXT = 300;

    private final LongSupplier nanoTime;
    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    ContributorFailures(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private record Key(String contributor, String call, boolean isOverdue) {}

    private record Entry(String kind, String what, long at) {}

    /** A call threw. */
    void thrown(String contributor, String call, Throwable failure) {
        String text = text(failure);
        if (note(new Key(contributor, call, false), failure.getClass().getName(), text)) {
            LOG.error("{} fails in {}: it is passed over", contributor, call, failure);
        }
    }

    /** A call hasn't returned in time. */
    void overdue(String contributor, String call, Duration time) {
        String text = "hasn't returned for " + time.toSeconds() + " s";
        if (note(new Key(contributor, call, true), "", text)) {
            LOG.error("{} {} from {}: it is passed over until it does", contributor, text, call);
        }
    }

    /** It has returned. */
    synchronized void returned(String contributor, String call) {
        entries.remove(new Key(contributor, call, true));
        LOG.warn("{} has returned from {}", contributor, call);
    }

    /** It has left; what it still holds is told for as long as that lasts. */
    synchronized void forget(String contributor) {
        entries.keySet().removeIf(key -> key.contributor().equals(contributor) && !key.isOverdue());
    }

    synchronized List<ContributorFailure> all() {
        forgetOld();
        List<ContributorFailure> all = new ArrayList<>();
        entries.forEach((key, entry) -> all.add(new ContributorFailure(key.contributor(), key.call(), entry.what())));
        return all;
    }

    private synchronized boolean note(Key key, String kind, String text) {
        forgetOld();
        Entry before = entries.remove(key);
        if (entries.size() >= MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
        entries.put(key, new Entry(kind, text, nanoTime.getAsLong()));
        return before == null || !before.kind().equals(kind);
    }

    private void forgetOld() {
        long now = nanoTime.getAsLong();
        entries.entrySet()
                .removeIf(each ->
                        !each.getKey().isOverdue() && now - each.getValue().at() > MEMORY.toNanos());
    }

    /** Foreign code may throw what can't even tell its message. */
    private static String text(Throwable failure) {
        try {
            String text = "threw " + CONTROLS.matcher(failure.toString()).replaceAll(" ");
            return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
        } catch (Throwable worse) {
            return "threw " + failure.getClass().getName();
        }
    }
}
