// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One state of a bridge's memory and what it is stored in. Immutable.
 *
 * @param memory all of it
 * @param manifest says which parts it is made of
 * @param parts of each domain
 */
record Generation(BridgeMemory memory, Manifest manifest, Map<Domain<?>, DomainParts> parts) {
    /** Keeps a copy. */
    Generation {
        parts = Map.copyOf(parts);
    }

    /**
     * Encodes the generation that is to follow; what has not changed keeps its parts.
     *
     * @param before the one before, if there is one
     * @param number its own
     * @param epoch of trust, higher than that of the one before when the change takes trust away
     * @param contents gets what the new parts hold, by their names
     */
    static Generation encode(
            Optional<Generation> before, BridgeMemory memory, long number, long epoch, Map<String, byte[]> contents) {
        Map<Domain<?>, DomainParts> parts = new HashMap<>();
        Map<String, String> firsts = new HashMap<>();
        for (Domain<?> domain : memory.domains()) {
            DomainParts own = before.flatMap(each -> each.unchanged(domain, memory))
                    .orElseGet(() -> write(domain, memory, contents));
            parts.put(domain, own);
            firsts.put(domain.name(), own.first());
        }
        return new Generation(memory, new Manifest(Envelope.SCHEMA, number, epoch, firsts), parts);
    }

    /** Its number. */
    long number() {
        return manifest.generation();
    }

    /** The names of all its parts. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        parts.values().forEach(each -> names.addAll(each.names()));
        return names;
    }

    /** The names of the parts that stay when another generation follows: what is expendable is kept of the newest only. */
    Set<String> lastingNames() {
        Set<String> names = new HashSet<>();
        parts.forEach((domain, own) -> {
            if (!domain.isExpendable()) {
                names.addAll(own.names());
            }
        });
        return names;
    }

    private Optional<DomainParts> unchanged(Domain<?> domain, BridgeMemory now) {
        boolean same =
                manifest.schema() == Envelope.SCHEMA && memory.get(domain).equals(now.get(domain));
        return same ? Optional.of(parts.get(domain)) : Optional.empty();
    }

    private static <T> DomainParts write(Domain<T> domain, BridgeMemory memory, Map<String, byte[]> contents) {
        return DomainParts.write(domain, memory.get(domain).orElseThrow(), contents);
    }
}
