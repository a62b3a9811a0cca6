// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.service;

import io.latchkey.api.controller.DiscoveredAccessory;
import io.latchkey.api.discovery.DiscoveredBridge;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupHash;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the TXT keys of a record that anybody on the network may have written (HAP specification R2 section 6.4). A key that
 * is missing or malformed is taken as left out; without the key {@code id} a record is none of an accessory.
 */
final class TxtRecord {
    private static final String FIRST_PROTOCOL = "1.0";
    private static final int LARGEST_PORT = 65_535;

    private final Map<String, String> text;

    private TxtRecord(Map<String, String> text) {
        this.text = text;
    }

    /** The accessory that a record tells of. */
    static Optional<DiscoveredAccessory> read(DiscoveredBridge record) {
        boolean reachable = !record.addresses().isEmpty() && record.port() >= 1 && record.port() <= LARGEST_PORT;
        return reachable ? new TxtRecord(record.text()).accessory(record) : Optional.empty();
    }

    private Optional<DiscoveredAccessory> accessory(DiscoveredBridge record) {
        return deviceId()
                .map(id -> new DiscoveredAccessory(
                        record.name(),
                        record.addresses().stream()
                                .map(address -> new InetSocketAddress(address, record.port()))
                                .toList(),
                        id,
                        text.getOrDefault("md", ""),
                        text.getOrDefault("pv", FIRST_PROTOCOL),
                        number("c#", Long.MAX_VALUE),
                        number("s#", Long.MAX_VALUE),
                        (int) number("sf", Integer.MAX_VALUE),
                        (int) number("ff", Integer.MAX_VALUE),
                        AccessoryCategory.of((int) number("ci", Integer.MAX_VALUE)),
                        setupHash()));
    }

    private Optional<DeviceId> deviceId() {
        try {
            return Optional.of(DeviceId.foreign(text.getOrDefault("id", "")));
        } catch (IllegalArgumentException tooLongOrMissing) {
            return Optional.empty();
        }
    }

    private Optional<SetupHash> setupHash() {
        try {
            return Optional.ofNullable(text.get("sh")).map(SetupHash::new);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private long number(String key, long largest) {
        try {
            long number = Long.parseLong(text.getOrDefault(key, "0"));
            return number >= 0 && number <= largest ? number : 0;
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
