// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.AccessoryStates;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import io.latchkey.store.internal.FileBridgeStore;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All secrets of a store on a disk, read from a copy of it while its owner runs, in all forms in which they could leak. */
final class StoreSecrets {
    private final Map<String, Set<String>> forms = new LinkedHashMap<>();

    private StoreSecrets() {}

    /**
     * Reads them.
     *
     * @param store the folder
     * @param copy where it is copied to
     */
    static StoreSecrets of(Path store, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(store)) {
            for (Path each : files.toList()) {
                if (!each.getFileName().toString().endsWith(".lock")) {
                    Files.copy(each, copy.resolve(store.relativize(each).toString()));
                }
            }
        }
        StoreSecrets secrets = new StoreSecrets();
        FileBridgeStore copied = new FileBridgeStore(copy);
        try {
            copied.bridges().forEach(bridge -> secrets.add(bridge, copied.load(bridge)));
        } finally {
            copied.close();
        }
        return secrets;
    }

    /** What each secret is, and the forms that it could have. */
    Map<String, Set<String>> forms() {
        return forms;
    }

    /** Adds a text that is known from elsewhere. */
    void add(String what, String text) {
        Set<String> all = forms.computeIfAbsent(what, first -> new TreeSet<>());
        for (String way : List.of(text, text.replace("-", ""))) {
            all.addAll(List.of(
                    way, way.toLowerCase(Locale.ROOT), way.toUpperCase(Locale.ROOT), reversed(way), encoded(way)));
            all.addAll(forms(way.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void add(String bridge, BridgeMemory memory) {
        memory.get(Domain.IDENTITY).ifPresent(identity -> add(bridge, identity));
        memory.get(Domain.SETUP).ifPresent(setup -> add(bridge, setup));
        for (Pairing each : memory.get(Domain.PAIRINGS).orElse(Pairings.NONE).pairings()) {
            add(bridge + ": the id of a controller", each.controller().text());
            add(bridge + ": the key of a controller", each.publicKey());
        }
        memory.get(Domain.CONTROLLER).ifPresent(keys -> {
            add(bridge + ": our controller", keys.id().text());
            add(bridge + ": the key of our controller", keys.seed());
        });
        memory.get(Domain.STATES).orElse(AccessoryStates.EMPTY).accessories().values().stream()
                .flatMap(state -> state.values().values().stream())
                .filter(Value.Decimal.class::isInstance)
                .map(value -> Double.toString(((Value.Decimal) value).number()))
                .forEach(value -> forms.put(bridge + ": the value " + value, Set.of(value)));
    }

    private void add(String bridge, AccessoryIdentity identity) {
        add(bridge + ": its long-term key", identity.seed());
        add(bridge + ": its public key", identity.publicKey());
    }

    private void add(String bridge, Setup setup) {
        setup.generatedCode().ifPresent(code -> add(bridge + ": its setup code", code.text()));
        setup.verifier().ifPresent(verifier -> {
            add(bridge + ": the salt", verifier.salt());
            add(bridge + ": the verifier", verifier.verifier());
        });
    }

    private void add(String what, byte[] secret) {
        forms.computeIfAbsent(what, first -> new TreeSet<>()).addAll(forms(secret));
    }

    private static Set<String> forms(byte[] secret) {
        byte[] back = reversed(new String(secret, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        Set<String> all = new TreeSet<>();
        for (byte[] way : List.of(secret, back)) {
            String hex = String.format("%0" + 2 * way.length + "x", new BigInteger(1, way));
            List<String> texts = new ArrayList<>(List.of(hex, hex.toUpperCase(Locale.ROOT), reversed(hex)));
            for (String joint : List.of("-", ":", " ")) {
                texts.add(HexFormat.ofDelimiter(joint).formatHex(way));
                texts.add(HexFormat.ofDelimiter(joint).withUpperCase().formatHex(way));
            }
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String plain = encoder.withoutPadding().encodeToString(way);
                texts.addAll(List.of(plain, reversed(plain), encoded(plain)));
            }
            String numbers = Arrays.toString(way);
            texts.add(numbers.substring(1, numbers.length() - 1));
            texts.add(new String(way, StandardCharsets.ISO_8859_1));
            all.addAll(texts);
        }
        return all;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
