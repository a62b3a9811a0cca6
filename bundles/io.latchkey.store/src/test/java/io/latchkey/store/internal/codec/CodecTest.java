// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.codec;

import static io.latchkey.store.internal.codec.CodecRoundTrip.bytes;
import static io.latchkey.store.internal.codec.CodecRoundTrip.roundTrip;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.Allocation.Entry;
import io.latchkey.api.store.BeforeRestore;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.ControllerKeys.Peer;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import io.latchkey.api.store.Verifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Every value of every domain comes back as it was; what is missing or makes no sense is refused. */
class CodecTest {
    @Property(tries = 100)
    void identity(@ForAll long seed, @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 36) String id) {
        Random random = new Random(seed);
        roundTrip(Domain.IDENTITY, new AccessoryIdentity(DeviceId.foreign(id), bytes(random, 32), bytes(random, 32)));
    }

    @Property(tries = 100)
    void setup(
            @ForAll long seed,
            @ForAll boolean generated,
            @ForAll boolean verified,
            @ForAll @IntRange(max = 100) int attempts) {
        Random random = new Random(seed);
        Setup setup = new Setup(
                SetupId.random(random),
                generated ? Optional.of(SetupCode.random(random)) : Optional.empty(),
                verified ? Optional.of(new Verifier(bytes(random, 16), bytes(random, 384))) : Optional.empty(),
                attempts);
        roundTrip(Domain.SETUP, setup);
    }

    @Property(tries = 100)
    void configuration(
            @ForAll @IntRange(min = 1, max = 65_535) int number,
            @ForAll String shape,
            @ForAll @IntRange(max = 65_535) int port,
            @ForAll boolean enabled) {
        OptionalInt known = port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
        Configuration configuration =
                new Configuration(new ConfigurationNumber(number), shape, known, "0.1.0-SNAPSHOT");
        roundTrip(Domain.CONFIGURATION, configuration);
        roundTrip(Domain.CONFIGURATION, configuration.with(new Configuration.Enabling("Guests", enabled)));
    }

    @Property(tries = 100)
    void pairings(@ForAll long seed, @ForAll @IntRange(max = 20) int count) {
        Random random = new Random(seed);
        List<Pairing> pairings = IntStream.range(0, count)
                .mapToObj(i -> new Pairing(
                        new ControllerId("Ünïque-" + i),
                        bytes(random, 32),
                        Permissions.of(random.nextInt(2)).orElseThrow()))
                .toList();
        roundTrip(Domain.PAIRINGS, new Pairings(pairings));
    }

    @Property(tries = 100)
    void allocation(@ForAll @Size(max = 10) Set<@NotBlank String> keys, @ForAll @Size(max = 10) Set<String> parts) {
        Map<String, Long> iids = new HashMap<>();
        parts.forEach(part -> iids.put(part, 2L + iids.size()));
        Map<String, Entry> accessories = new HashMap<>();
        keys.forEach(key -> accessories.put(key, new Entry(2L + accessories.size(), 1L << 33, iids, key)));
        roundTrip(Domain.ALLOCATION, new Allocation(accessories));
    }

    @Property(tries = 50)
    void controller(@ForAll long seed, @ForAll @IntRange(max = 5) int count) {
        Random random = new Random(seed);
        List<Peer> peers = IntStream.range(0, count)
                .mapToObj(i -> new Peer(DeviceId.random(random), bytes(random, 32)))
                .toList();
        roundTrip(Domain.CONTROLLER, new ControllerKeys(new ControllerId("doctor"), bytes(random, 32), peers));
    }

    @Property(tries = 20)
    void aMemoryInAMemory(@ForAll @IntRange(min = 1, max = 65_535) int number) {
        Configuration configuration =
                new Configuration(new ConfigurationNumber(number), "shape", OptionalInt.empty(), "1");
        roundTrip(
                Domain.BEFORE_TAKEOVER,
                BridgeMemory.EMPTY
                        .with(Domain.CONFIGURATION, configuration)
                        .with(Domain.PAIRINGS, Pairings.NONE)
                        .with(Domain.ALLOCATION, Allocation.EMPTY));
    }

    @Property(tries = 20)
    void aMemoryWithSettings(@ForAll @Size(max = 5) Set<@NotBlank String> keys, @ForAll boolean configured) {
        Map<String, String> settings = new HashMap<>();
        keys.forEach(key -> settings.put(key, "value of " + key));
        roundTrip(
                Domain.BEFORE_RESTORE,
                new BeforeRestore(
                        BridgeMemory.EMPTY.with(Domain.ALLOCATION, Allocation.EMPTY),
                        configured ? Optional.of(settings) : Optional.empty()));
    }

    @Property(tries = 50)
    void whatIsMissingOrOfAnotherKindIsRefused(
            @ForAll @IntRange(max = 8) int domain, @ForAll @IntRange(max = 3) int kind) {
        String[] wrong = {"{\"a\": {}}", "{\"pairings\": 3}", "{\"deviceId\": {}}", "{\"accessories\": {\"a\": []}}"};
        JsonObject json = JsonParser.parseString(wrong[kind]).getAsJsonObject();
        Codec<?> codec = Codec.of(whole().get(domain));
        assertThrows(IllegalArgumentException.class, () -> codec.read(json, 2));
    }

    /** A memory in a memory may lack anything. */
    private static List<Domain<?>> whole() {
        return Domain.all().stream()
                .filter(domain -> domain != Domain.BEFORE_TAKEOVER)
                .toList();
    }
}
