// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the newest generation that is whole among two replicas; a manifest or a part of one replica stands in for that of
 * the other. A generation from before trust was taken away never counts; one whose only trouble is in what is expendable
 * does, without that. Changes nothing. For one reading, by one thread.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Path folder;
    private final List<Replica> replicas;
    private final SortedSet<Long> numbers = new TreeSet<>();
    private final Map<Long, Manifest> manifests = new HashMap<>();
    private final Set<Long> unreadable = new HashSet<>();
    private final List<String> losses = new ArrayList<>();
    private String trouble = "";

    /** Looks what is there. */
    Recovery(Path folder, List<Replica> replicas) throws IOException {
        this.folder = folder;
        this.replicas = replicas;
        for (Replica replica : replicas) {
            for (long number : replica.generations()) {
                numbers.add(number);
                look(replica, number);
            }
        }
    }

    /** Whether there has ever been a generation. */
    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** The largest number that was seen, whole or not. */
    long highest() {
        return numbers.last();
    }

    /**
     * The newest one that is whole.
     *
     * @throws StoreException when there is none
     */
    Generation newest() throws StoreException {
        long epoch = epoch();
        for (long number : descending()) {
            Optional<Generation> read = Optional.ofNullable(manifests.get(number))
                    .filter(manifest -> manifest.epoch() == epoch)
                    .flatMap(this::read);
            if (read.isPresent()) {
                if (number < numbers.last()) {
                    lost(trouble + ". Took generation " + number + " instead: what was changed after it is lost");
                }
                return read.get();
            }
        }
        throw new StoreException(
                folder + ": " + trouble + ", and there is no older copy that may be taken. Nothing was "
                        + "changed. Put a backup of the folder in its place, or take the folder away to begin without it; then "
                        + "start the bridge again.");
    }

    /** What could not be had any more, for people; nothing when what was stored last is whole. */
    List<String> losses() {
        return List.copyOf(losses);
    }

    /**
     * The parts of the other generations that stay, none that are expendable, by number; empty for one whose parts can't be told.
     *
     * @param newest the one that was found
     */
    Map<Long, Optional<Set<String>>> others(Generation newest) {
        Map<Long, Optional<Set<String>>> others = new HashMap<>();
        for (long number : numbers) {
            if (number != newest.number()) {
                Manifest manifest = manifests.get(number);
                if (manifest != null && manifest.epoch() == newest.manifest().epoch()) {
                    others.put(number, names(manifest));
                } else if (unreadable.contains(number)) {
                    others.put(number, Optional.empty());
                }
            }
        }
        return others;
    }

    private void lost(String what) {
        LOG.warn("{}: {}.", folder, what);
        losses.add(what);
    }

    private void look(Replica replica, long number) {
        try {
            manifests.putIfAbsent(number, replica.manifest(number));
            unreadable.remove(number);
        } catch (DamageException e) {
            trouble = "the manifest of generation " + number + " " + e.getMessage();
        } catch (IOException e) {
            trouble = "the manifest of generation " + number + " can't be read (" + e + ")";
            if (!manifests.containsKey(number)) {
                unreadable.add(number);
            }
        }
    }

    private long epoch() {
        return manifests.values().stream().mapToLong(Manifest::epoch).max().orElse(0);
    }

    private List<Long> descending() {
        return numbers.stream().sorted((one, other) -> Long.compare(other, one)).toList();
    }

    private Optional<Generation> read(Manifest manifest) {
        try {
            BridgeMemory memory = BridgeMemory.EMPTY;
            Map<Domain<?>, DomainParts> parts = new HashMap<>();
            for (Domain<?> domain : Domain.all()) {
                Optional<String> first = manifest.first(domain).filter(each -> isReadable(domain, each, manifest));
                if (first.isPresent()) {
                    parts.put(domain, DomainParts.find(domain, first.get(), this::part));
                    memory = with(memory, domain, first.get(), manifest.schema());
                }
            }
            return Optional.of(new Generation(memory, manifest, parts));
        } catch (DamageException e) {
            trouble = e.getMessage();
        } catch (IOException e) {
            trouble = "generation " + manifest.generation() + " can't be read (" + e + ")";
            unreadable.add(manifest.generation());
        }
        return Optional.empty();
    }

    /** Whatever is wrong with what is expendable costs nothing else. */
    private boolean isReadable(Domain<?> domain, String first, Manifest manifest) {
        if (!domain.isExpendable()) {
            return true;
        }
        try {
            DomainParts.read(domain, first, manifest.schema(), this::part);
            return true;
        } catch (DamageException | IOException e) {
            lost("the " + domain + " can't be read (" + e.getMessage() + "); it begins anew");
            return false;
        }
    }

    private <T> BridgeMemory with(BridgeMemory memory, Domain<T> domain, String first, int schema)
            throws IOException, DamageException {
        return memory.with(domain, DomainParts.read(domain, first, schema, this::part));
    }

    private Optional<Set<String>> names(Manifest manifest) {
        Set<String> names = new HashSet<>();
        try {
            for (Domain<?> domain : Domain.all()) {
                Optional<String> first = manifest.first(domain);
                if (first.isPresent() && !domain.isExpendable()) {
                    names.addAll(
                            DomainParts.find(domain, first.get(), this::part).names());
                }
            }
            return Optional.of(names);
        } catch (DamageException e) {
            return Optional.of(names);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private byte[] part(String name) throws IOException, DamageException {
        return part(replicas, name);
    }

    /** A part from the first replica that has it whole. */
    static byte[] part(List<Replica> replicas, String name) throws IOException, DamageException {
        IOException unreadable = null;
        DamageException damage = null;
        for (Replica replica : replicas) {
            try {
                return replica.part(name);
            } catch (DamageException e) {
                damage = e;
            } catch (IOException e) {
                unreadable = e;
            }
        }
        if (unreadable != null) {
            throw unreadable;
        }
        throw damage;
    }
}
