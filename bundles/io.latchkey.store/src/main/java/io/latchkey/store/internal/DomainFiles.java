// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import com.google.gson.JsonObject;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import io.latchkey.store.internal.codec.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one domain of one bridge: {@code pairings.json} is the value, {@code pairings.7.json} the seventh that was
 * saved and is kept in case the value gets damaged.
 *
 * <p>A save writes a new file beside the value, keeps the value under its number, and then gives its name to the new file:
 * killed at any point, the value is the old one or the new one. Not safe for use by several threads.
 *
 * @param <T> the type of the value
 */
final class DomainFiles<T> {
    /** How many older values are kept. */
    static final int KEPT = 5;

    private static final Logger LOG = LoggerFactory.getLogger(DomainFiles.class);

    private final Disk disk;
    private final Path folder;
    private final Domain<T> domain;
    private final Codec<T> codec;
    private final Path current;
    private final Pattern older;

    DomainFiles(Disk disk, Path folder, Domain<T> domain) {
        this.disk = disk;
        this.folder = folder;
        this.domain = domain;
        this.codec = Codec.of(domain);
        this.current = folder.resolve(domain.name() + ".json");
        this.older = Pattern.compile(domain.name() + "\\.([1-9][0-9]{0,17})\\.json");
    }

    Optional<T> load() throws IOException {
        Optional<Saved<T>> saved = read();
        return saved.map(Saved::value);
    }

    void save(T value) throws IOException {
        JsonObject json = codec.write(value);
        disk.createFolder(folder);
        long previous = read().map(Saved::generation).orElse(0L);
        replace(new Envelope(Envelope.SCHEMA, domain.name(), previous + 1, json).bytes(), previous);
        forgetOldest();
    }

    private void replace(byte[] bytes, long previous) throws IOException {
        Path next = folder.resolve(domain.name() + ".json.new");
        disk.delete(next);
        disk.write(next, bytes);
        if (previous > 0) {
            disk.keep(current, numbered(previous));
        }
        disk.move(next, current);
        disk.sync(folder);
    }

    private void forgetOldest() throws IOException {
        for (Path file : olderFiles().stream().skip(KEPT).toList()) {
            disk.delete(file);
        }
    }

    private Optional<Saved<T>> read() throws IOException {
        if (!Files.exists(current)) {
            return olderFiles().isEmpty() ? Optional.empty() : Optional.of(recover("is missing"));
        }
        try {
            return Optional.of(read(current));
        } catch (DamageException e) {
            return Optional.of(recover(e.getMessage()));
        }
    }

    private Saved<T> recover(String damage) throws IOException {
        for (Path file : olderFiles()) {
            try {
                Saved<T> saved = read(file);
                restore(file);
                LOG.warn(
                        "{} {}. Took {} of {} instead: what was changed after that is lost.",
                        current,
                        damage,
                        file.getFileName(),
                        Files.getLastModifiedTime(file));
                return saved;
            } catch (DamageException e) {
                LOG.debug("{} {}, looking further back", file, e.getMessage());
            }
        }
        throw new StoreException(
                current + " " + damage + ", and no older copy of it is whole. Nothing was changed. Put a "
                        + "backup of the file there, or take all files " + domain.name() + ".* out of " + folder
                        + " to begin without it; then start the bridge again.");
    }

    private void restore(Path good) throws IOException {
        if (Files.exists(current)) {
            disk.move(current, folder.resolve(domain.name() + ".json.damaged"));
        }
        byte[] bytes = Files.readAllBytes(good);
        replace(bytes, 0);
    }

    private Saved<T> read(Path file) throws IOException, DamageException {
        Envelope envelope = Envelope.of(Files.readAllBytes(file));
        if (envelope.schema() > Envelope.SCHEMA) {
            throw new StoreException(file + " was written by a newer Latchkey (schema " + envelope.schema()
                    + ", this one knows " + Envelope.SCHEMA
                    + "). Nothing was changed. Install the newer Latchkey again, "
                    + "or put back a backup that was made before it was installed.");
        }
        if (!envelope.domain().equals(domain.name()) || envelope.generation() < 1) {
            throw new DamageException("belongs to something else");
        }
        try {
            return new Saved<>(envelope.generation(), codec.read(envelope.value()));
        } catch (IllegalArgumentException e) {
            throw new DamageException("holds what makes no sense");
        }
    }

    private List<Path> olderFiles() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> number(file) > 0)
                    .sorted(Comparator.comparingLong(this::number).reversed())
                    .toList();
        }
    }

    private long number(Path file) {
        Matcher matcher = older.matcher(file.getFileName().toString());
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private Path numbered(long generation) {
        return folder.resolve(domain.name() + "." + generation + ".json");
    }

    private record Saved<T>(long generation, T value) {}
}
