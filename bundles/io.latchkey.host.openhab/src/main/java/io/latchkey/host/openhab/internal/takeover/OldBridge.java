// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import io.latchkey.api.bridge.Identities;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.openhab.core.storage.Storage;

/**
 * What the old add-on has stored of one bridge. Keys stay inside types that never show them.
 *
 * @param identity Device ID, character for character, and key; empty when the key can't be read
 * @param pairings its controllers, all of them administrators, as the old add-on took them
 * @param revision the configuration number that it announced last
 * @param accessories the services of each item, in the order of the names
 * @param problems what can't be taken over and why, for people
 */
record OldBridge(
        Optional<AccessoryIdentity> identity,
        List<Pairing> pairings,
        OptionalInt revision,
        Map<String, List<OldService>> accessories,
        List<String> problems) {
    private static final String MAC = "mac";
    private static final String KEY = "privateKey";
    private static final String USER = "user_";
    private static final String REVISION = "revision";
    private static final String ACCESSORIES = "known_accessories";
    private static final int FIRST_REVISION = 1;

    /** Reads a storage; empty when no bridge has ever used it. */
    static Optional<OldBridge> read(Storage<Object> storage, Identities identities) {
        return text(storage.get(MAC)).map(mac -> new Reading(storage, identities).of(mac));
    }

    /** The number to go on with, after the last one; it is never 0. */
    ConfigurationNumber number() {
        int last = revision.orElse(FIRST_REVISION);
        return last < 1 ? ConfigurationNumber.FIRST : new ConfigurationNumber(last).next();
    }

    private static Optional<String> text(Object value) {
        if (value instanceof Map<?, ?> wrapped) {
            return text(wrapped.get("value"));
        }
        return Optional.ofNullable(value).map(String::valueOf).filter(text -> !text.isBlank());
    }

    /** One reading of a storage. */
    private static final class Reading {
        private final Storage<Object> storage;
        private final Identities identities;
        private final List<String> problems = new ArrayList<>();

        Reading(Storage<Object> storage, Identities identities) {
            this.storage = storage;
            this.identities = identities;
        }

        OldBridge of(String mac) {
            return new OldBridge(identity(mac), pairings(mac), revision(), accessories(), List.copyOf(problems));
        }

        private Optional<AccessoryIdentity> identity(String mac) {
            try {
                byte[] seed = Base64.getDecoder().decode(text(storage.get(KEY)).orElse(""));
                return Optional.of(identities.of(DeviceId.foreign(mac), seed));
            } catch (IllegalArgumentException unreadable) {
                problems.add("The identity can't be read: Device ID or private key are damaged. Pair anew instead.");
                return Optional.empty();
            }
        }

        private List<Pairing> pairings(String mac) {
            List<Pairing> pairings = new ArrayList<>();
            List<String> users = storage.getKeys().stream()
                    .filter(key -> key.startsWith(USER))
                    .sorted()
                    .toList();
            for (String user : users) {
                String controller = user.substring(USER.length());
                if (controller.startsWith(mac)) {
                    pairing(controller.substring(mac.length()), user).ifPresent(pairings::add);
                } else {
                    problems.add("A controller of a former identity is left out: it could not connect any more.");
                }
            }
            return pairings;
        }

        private Optional<Pairing> pairing(String controller, String key) {
            try {
                byte[] publicKey =
                        Base64.getDecoder().decode(text(storage.get(key)).orElse(""));
                return Optional.of(new Pairing(new ControllerId(controller), publicKey, Permissions.ADMIN));
            } catch (IllegalArgumentException unreadable) {
                problems.add("A controller is left out because its key can't be read: pair it anew.");
                return Optional.empty();
            }
        }

        private OptionalInt revision() {
            Optional<String> text = text(storage.get(REVISION));
            try {
                return text.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(new BigDecimal(text.get().trim()).intValue() & 0xffff);
            } catch (NumberFormatException unreadable) {
                problems.add("The configuration number can't be read: if Home shows old accessories, restart it.");
                return OptionalInt.empty();
            }
        }

        private Map<String, List<OldService>> accessories() {
            Map<String, List<OldService>> accessories = new TreeMap<>();
            notes().forEach((item, note) -> {
                Optional<List<OldService>> services = OldService.of(note);
                services.ifPresent(known -> accessories.put(String.valueOf(item), known));
                if (services.isEmpty()) {
                    problems.add("What was noted of item " + item + " can't be read: it gets new numbers.");
                }
            });
            return accessories;
        }

        private Map<?, ?> notes() {
            Object stored = storage.get(ACCESSORIES);
            Object notes = stored instanceof String text ? JsonReader.read(text).orElse(null) : stored;
            if (notes instanceof Map<?, ?> map) {
                return map.get("value") instanceof Map<?, ?> wrapped ? wrapped : map;
            }
            problems.add("The old add-on has noted no accessories: numbers are kept as far as all its versions agree.");
            return Map.of();
        }
    }
}
