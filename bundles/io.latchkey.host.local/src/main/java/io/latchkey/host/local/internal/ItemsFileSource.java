// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.item.Item;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Items from a file, read again when it changes. Looks once a second, on a thread that may wait. A file that can't be read, or
 * is no items file, leaves the items as they are: it may be half written. An entry with a fault costs its item until it is
 * mended, and as long as there is one nothing counts as deleted; any other fault costs a part of the entry. Each is told
 * once, until it is mended.
 */
final class ItemsFileSource implements ItemSource {
    static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Logger LOGGER = LoggerFactory.getLogger(ItemsFileSource.class);
    private static final String LOST =
            "Its accessory stays in Home and doesn't answer until that is mended; the other items are used";
    private static final String STATELESS = "It keeps the state that it has";
    private static final String PARTED = "The rest of the item is used";

    private final Path file;
    private final LocalItems items;
    private final Workers workers;
    private final Contributors contributors;
    private final ToldProblems told = new ToldProblems();
    private volatile Map<String, Item> read = Map.of();
    private volatile Stamp seen = Stamp.NONE;
    private Future<?> next;
    private boolean stopped;

    ItemsFileSource(Path file, LocalItems items, Workers workers, Contributors contributors) {
        this.file = file;
        this.items = items;
        this.workers = workers;
        this.contributors = contributors;
    }

    /** How a file looked: it is read again when this differs. */
    private record Stamp(long modified, long size, Object key) {
        static final Stamp NONE = new Stamp(0, -1, "");
        static final Stamp MISSING = new Stamp(0, -2, "");

        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Object key = attributes.fileKey() == null ? "" : attributes.fileKey();
            return new Stamp(attributes.lastModifiedTime().toMillis(), attributes.size(), key);
        }
    }

    @Override
    public void start() {
        handOver();
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        if (next != null) {
            next.cancel(false);
        }
    }

    private void handOver() {
        try {
            contributors.execute("items file", this::look);
        } catch (RejectedExecutionException busy) {
            lookLater();
        }
    }

    private synchronized void lookLater() {
        if (stopped) {
            return;
        }
        try {
            next = workers.schedule(PERIOD, this::handOver);
        } catch (RejectedExecutionException threadsAreGone) {
            LOGGER.debug("{} isn't watched any more", file);
        }
    }

    private void look() {
        try {
            Stamp now = Stamp.of(file);
            if (!now.equals(seen)) {
                seen = now;
                take(Files.readString(file));
            }
        } catch (NoSuchFileException missing) {
            warnOnce("it isn't there; create it and it is read at once");
        } catch (CharacterCodingException e) {
            LOGGER.warn("Items file {} is not used: it is no UTF-8 text; save it as UTF-8", file);
        } catch (IOException e) {
            warnOnce("it can't be read: " + e.getMessage());
        } finally {
            lookLater();
        }
    }

    private void warnOnce(String why) {
        if (!seen.equals(Stamp.MISSING)) {
            seen = Stamp.MISSING;
            LOGGER.warn("Items file {} is not used: {}. The items that are there stay", file, why);
        }
    }

    /** Not for a file that isn't wanted any more: another one may have been read already. */
    private synchronized void take(String text) {
        if (stopped) {
            return;
        }
        try {
            ItemsText now = ItemsText.read(text);
            told.news(now.problems()).forEach(problem -> LOGGER.warn("{} {}. {}", file, problem, costs(problem)));
            items.replaceAll(new ItemsUpdate(
                    now.items(), read, now.withoutState(), now.unreadable(), now.remarks(), now.isWhole()));
            read = withStates(now);
            LOGGER.info("{} items from {}", now.items().size(), file);
        } catch (ItemsFormatException e) {
            LOGGER.warn("Items file {} is not used: {}. The items that are there stay", file, e.getMessage());
        }
    }

    private static String costs(ItemProblem problem) {
        return switch (problem.cost()) {
            case ITEM -> LOST;
            case STATE -> STATELESS;
            case PART -> PARTED;
        };
    }

    /** What counts as read: an item whose state or entry can't be read counts as it was. */
    private Map<String, Item> withStates(ItemsText now) {
        Map<String, Item> all = new HashMap<>(now.items());
        now.withoutState().stream()
                .filter(read::containsKey)
                .forEach(name -> all.computeIfPresent(
                        name, (same, item) -> item.with(read.get(name).state())));
        now.unreadable().keySet().stream().filter(read::containsKey).forEach(name -> all.put(name, read.get(name)));
        return Map.copyOf(all);
    }
}
