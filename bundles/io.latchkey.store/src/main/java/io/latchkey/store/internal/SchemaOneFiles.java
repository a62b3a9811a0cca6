// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import com.google.gson.JsonObject;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import io.latchkey.store.internal.codec.Codec;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Latchkey stored of a bridge before it had transactions: a file for each domain, {@code pairings.json}, and older ones,
 * {@code pairings.7.json}. It is read until the first change, which moves the bridge over; the old files then lie in one
 * archive until trust is taken away for the first time. In their place stand files that an older Latchkey refuses, so
 * that it never takes the bridge for a new one.
 */
final class SchemaOneFiles {
    static final String ARCHIVE = "schema-1.zip";

    private static final Logger LOG = LoggerFactory.getLogger(SchemaOneFiles.class);
    private static final Pattern OLDER = Pattern.compile("([a-z]+)\\.([1-9][0-9]{0,17})\\.json");
    private static final String NEW = ".new";
    private static final byte[] REFUSAL = new Envelope(Envelope.SCHEMA, "moved", 1, new JsonObject()).bytes();
    private static final List<Domain<?>> DOMAINS = List.of(
            Domain.IDENTITY,
            Domain.SETUP,
            Domain.CONFIGURATION,
            Domain.PAIRINGS,
            Domain.ALLOCATION,
            Domain.TRANSITIONS,
            Domain.CHOICES,
            Domain.CONTROLLER);
    /** An older value of these could trust whom nobody trusts any more. */
    private static final Set<Domain<?>> TRUST = Set.of(Domain.IDENTITY, Domain.SETUP, Domain.PAIRINGS);

    private final Disk disk;
    private final Path folder;
    private boolean retired;
    private boolean forgotten;

    SchemaOneFiles(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /**
     * Reads all domains; changes nothing.
     *
     * @throws StoreException when a newer program has written them, or they are damaged beyond recovery
     */
    BridgeMemory read() throws IOException {
        BridgeMemory memory = BridgeMemory.EMPTY;
        for (Domain<?> domain : DOMAINS) {
            memory = with(memory, domain);
        }
        return memory;
    }

    /** Keeps all of them in one archive that only its owner may read; nothing happens when there are none. */
    void archive() throws IOException {
        Map<String, byte[]> all = files();
        if (!all.isEmpty()) {
            Path archive = folder.resolve(ARCHIVE);
            disk.delete(archive);
            disk.write(archive, Archive.of(folder.getFileName().toString(), all));
            disk.sync(folder);
        }
    }

    /** All of them, by name. */
    Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (Path file : old()) {
            files.put(file.getFileName().toString(), disk.read(file));
        }
        return files;
    }

    /** Takes the old files away and lets an older Latchkey refuse the bridge; it can be done again at any time. */
    void retire() throws IOException {
        if (retired) {
            return;
        }
        boolean changed = false;
        for (Domain<?> domain : DOMAINS) {
            Path file = folder.resolve(domain.name() + ".json");
            if (!isRefusal(file)) {
                Path next = folder.resolve(domain.name() + ".json" + NEW);
                disk.delete(next);
                disk.write(next, REFUSAL);
                disk.move(next, file);
                changed = true;
            }
        }
        for (Path file : old()) {
            disk.delete(file);
            changed = true;
        }
        if (changed) {
            disk.sync(folder);
        }
        retired = true;
    }

    /** Deletes the archive: trust was taken away, and what is in it could give it back. */
    void forget() throws IOException {
        if (!forgotten) {
            disk.delete(folder.resolve(ARCHIVE));
            disk.sync(folder);
            forgotten = true;
        }
    }

    /** Whether the bridge was moved over once. */
    boolean isRetired() throws IOException {
        for (Domain<?> domain : DOMAINS) {
            if (isRefusal(folder.resolve(domain.name() + ".json"))) {
                return true;
            }
        }
        return false;
    }

    private List<Path> old() throws IOException {
        List<Path> old = new ArrayList<>();
        for (Path file : list()) {
            String name = file.getFileName().toString();
            boolean ours = DOMAINS.stream().anyMatch(domain -> name.startsWith(domain.name() + "."));
            if (ours && !isRefusal(file)) {
                old.add(file);
            }
        }
        return old;
    }

    private boolean isRefusal(Path file) throws IOException {
        try {
            return file.toString().endsWith(".json") && Arrays.equals(REFUSAL, disk.read(file));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private <T> BridgeMemory with(BridgeMemory memory, Domain<T> domain) throws IOException {
        Path current = folder.resolve(domain.name() + ".json");
        List<Path> older = older(domain);
        try {
            return memory.with(domain, value(domain, current));
        } catch (NoSuchFileException e) {
            return older.isEmpty() ? memory : recovered(memory, domain, older, current + " is missing");
        } catch (DamageException e) {
            return recovered(memory, domain, older, current + " " + e.getMessage());
        }
    }

    private <T> BridgeMemory recovered(BridgeMemory memory, Domain<T> domain, List<Path> older, String damage)
            throws IOException {
        if (TRUST.contains(domain)) {
            LOG.warn(
                    "{}. An older one could trust whom nobody trusts any more, so the bridge begins without it.",
                    damage);
            return memory;
        }
        for (Path file : older) {
            try {
                T value = value(domain, file);
                LOG.warn("{}. Took {} instead: what was changed after that is lost.", damage, file.getFileName());
                return memory.with(domain, value);
            } catch (DamageException e) {
                LOG.debug("{} {}, looking further back", file, e.getMessage());
            }
        }
        throw new StoreException(
                damage + ", and no older copy of it is whole. Nothing was changed. Put a backup of the "
                        + "file there, or take all files " + domain.name() + ".* out of " + folder
                        + " to begin without it; then start the bridge again.");
    }

    private static <T> T decoded(Domain<T> domain, Envelope envelope) throws DamageException {
        try {
            return Codec.of(domain).read(envelope.value(), envelope.schema());
        } catch (IllegalArgumentException e) {
            throw new DamageException("holds what makes no sense");
        }
    }

    private <T> T value(Domain<T> domain, Path file) throws IOException, DamageException {
        Envelope envelope = Envelope.of(disk.read(file));
        envelope.requireKnown(file);
        if (!envelope.domain().equals(domain.name()) || envelope.generation() < 1) {
            throw new DamageException("belongs to something else");
        }
        return decoded(domain, envelope);
    }

    private List<Path> older(Domain<?> domain) throws IOException {
        Map<Path, Long> numbers = new HashMap<>();
        for (Path file : list()) {
            Matcher matcher = OLDER.matcher(file.getFileName().toString());
            if (matcher.matches() && matcher.group(1).equals(domain.name())) {
                numbers.put(file, Long.parseLong(matcher.group(2)));
            }
        }
        return numbers.keySet().stream()
                .sorted(Comparator.comparing(numbers::get).reversed())
                .toList();
    }

    private List<Path> list() throws IOException {
        try {
            return disk.list(folder);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
