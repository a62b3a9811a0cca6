// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says which parts make one generation of a bridge's memory.
 *
 * @param schema how its parts are written
 * @param generation its number; each change has the next one
 * @param epoch how often trust was taken away: a generation of an earlier epoch never counts beside one of a later
 * @param firsts the first part of each domain, by the domain's name
 */
record Manifest(int schema, long generation, long epoch, Map<String, String> firsts) {
    private static final String KIND = "memory";

    /** Keeps a copy. */
    Manifest {
        firsts = Map.copyOf(firsts);
    }

    byte[] bytes() {
        JsonObject parts = new JsonObject();
        new TreeMap<>(firsts).forEach(parts::addProperty);
        JsonObject value = new JsonObject();
        value.addProperty("epoch", epoch);
        value.add("parts", parts);
        return new Envelope(schema, KIND, generation, value).bytes();
    }

    /**
     * Reads one.
     *
     * @param file where it was, for messages
     * @throws StoreException when a newer program has written it
     */
    static Manifest of(Path file, long generation, byte[] bytes) throws DamageException {
        Envelope envelope = Envelope.of(bytes);
        envelope.requireKnown(file);
        if (!envelope.domain().equals(KIND) || envelope.generation() != generation) {
            throw new DamageException("belongs to something else");
        }
        try {
            Map<String, String> firsts = new TreeMap<>();
            for (Map.Entry<String, JsonElement> each :
                    envelope.value().getAsJsonObject("parts").entrySet()) {
                firsts.put(known(file, each.getKey()), each.getValue().getAsString());
            }
            return new Manifest(
                    envelope.schema(), generation, envelope.value().get("epoch").getAsLong(), firsts);
        } catch (IllegalStateException | NullPointerException | NumberFormatException | ClassCastException e) {
            throw new DamageException("was written by something else");
        }
    }

    /** The first part of a domain. */
    Optional<String> first(Domain<?> domain) {
        return Optional.ofNullable(firsts.get(domain.name()));
    }

    private static String known(Path file, String domain) {
        if (Domain.all().stream().noneMatch(each -> each.name().equals(domain))) {
            throw new StoreException(file + " was written by a newer Latchkey: this one knows no " + domain
                    + ". Nothing was changed. Install the newer Latchkey again.");
        }
        return domain;
    }
}
