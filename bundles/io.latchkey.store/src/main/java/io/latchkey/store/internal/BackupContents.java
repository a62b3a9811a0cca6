// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import io.latchkey.store.internal.codec.Codec;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup holds before it is sealed, and a nightly copy as it is: JSON behind its own checksum, as everything in the
 * store. It holds private keys.
 *
 * @param takenAt when
 * @param program the version of Latchkey that took it
 * @param bridges one for each
 */
public record BackupContents(Instant takenAt, String program, List<BridgeCopy> bridges) {
    private static final String KIND = "backup";
    private static final Codec<BridgeMemory> MEMORY = Codec.of(Domain.BEFORE_TAKEOVER);

    /** Keeps a copy. */
    public BackupContents {
        bridges = List.copyOf(bridges);
    }

    /** As bytes. */
    public byte[] bytes() {
        JsonArray all = new JsonArray();
        bridges.forEach(each -> all.add(write(each)));
        JsonObject value = new JsonObject();
        value.addProperty("takenAt", takenAt.toString());
        value.addProperty("program", program);
        value.add("bridges", all);
        return new Envelope(Envelope.SCHEMA, KIND, 1, value).bytes();
    }

    /**
     * Reads it.
     *
     * @param file where it was, for messages
     * @throws DamageException when it is damaged or something else
     * @throws StoreException when a newer program has written it
     */
    public static BackupContents of(Path file, byte[] bytes) throws DamageException {
        Envelope envelope = Envelope.of(bytes);
        envelope.requireKnown(file);
        if (!envelope.domain().equals(KIND)) {
            throw new DamageException("is no backup");
        }
        try {
            List<BridgeCopy> bridges = new ArrayList<>();
            for (JsonElement each : envelope.value().getAsJsonArray("bridges")) {
                bridges.add(read(file, each.getAsJsonObject(), envelope.schema()));
            }
            return new BackupContents(
                    Instant.parse(envelope.value().get("takenAt").getAsString()),
                    envelope.value().get("program").getAsString(),
                    bridges);
        } catch (IllegalArgumentException
                | IllegalStateException
                | NullPointerException
                | ClassCastException
                | UnsupportedOperationException
                | DateTimeException e) {
            throw new DamageException("was written by something else");
        }
    }

    private static JsonObject write(BridgeCopy copy) {
        JsonObject settings = new JsonObject();
        new TreeMap<>(copy.settings()).forEach(settings::addProperty);
        JsonObject json = new JsonObject();
        json.addProperty("bridge", copy.bridge());
        JsonArray addresses = new JsonArray();
        copy.addresses().forEach(each -> {
            JsonObject address = new JsonObject();
            address.addProperty("address", each.getAddress().getHostAddress());
            address.addProperty("port", each.getPort());
            addresses.add(address);
        });
        json.add("settings", settings);
        json.add("addresses", addresses);
        json.add("memory", MEMORY.write(copy.memory()));
        return json;
    }

    private static BridgeCopy read(Path file, JsonObject json, int schema) {
        Map<String, String> settings = new TreeMap<>();
        json.getAsJsonObject("settings")
                .entrySet()
                .forEach(each -> settings.put(each.getKey(), each.getValue().getAsString()));
        JsonObject memory = json.getAsJsonObject("memory");
        memory.keySet().forEach(domain -> requireKnown(file, domain));
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (JsonElement each : json.getAsJsonArray("addresses")) {
            addresses.add(address(each.getAsJsonObject()));
        }
        return new BridgeCopy(json.get("bridge").getAsString(), settings, addresses, MEMORY.read(memory, schema));
    }

    /** Only an address in digits: a name would ask a name server. */
    private static InetSocketAddress address(JsonObject json) {
        String text = json.get("address").getAsString();
        if (!text.matches("[0-9.]+|[0-9A-Fa-f:.]+(%[0-9A-Za-z]+)?")) {
            throw new IllegalArgumentException("no address");
        }
        InetSocketAddress address = new InetSocketAddress(text, json.get("port").getAsInt());
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("no address");
        }
        return address;
    }

    private static void requireKnown(Path file, String domain) {
        if (Domain.all().stream().noneMatch(each -> each.name().equals(domain))) {
            throw new StoreException(file + " was written by a newer Latchkey: this one knows no " + domain
                    + ". Nothing was changed. Install the newer Latchkey.");
        }
    }
}
