// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import java.util.Optional;

/**
 * What an accessory says about itself in its Accessory Information service. The bridge makes it legal (lengths,
 * characters, the form of the firmware revision) before it leaves, so any text may be given here.
 *
 * @param name what the phone shows at first
 * @param manufacturer who made it
 * @param model the maker's name of it
 * @param serialNumber tells it from others of its model
 * @param firmwareRevision such as {@code 1.2.3}
 * @param hardwareRevision if it has one
 */
public record AccessoryInfo(
        String name,
        String manufacturer,
        String model,
        String serialNumber,
        String firmwareRevision,
        Optional<String> hardwareRevision) {

    /** Information of an accessory that has a name and nothing else to tell. */
    public static AccessoryInfo named(String name) {
        return new AccessoryInfo(name, "Latchkey", "Accessory", name, "1.0.0", Optional.empty());
    }
}
