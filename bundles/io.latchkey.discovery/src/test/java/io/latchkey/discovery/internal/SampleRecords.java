// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupHash;
import io.latchkey.api.identity.SetupId;

/** Records to publish. */
final class SampleRecords {
    static final DeviceId DEVICE = new DeviceId("E1:91:1A:70:85:AA");

    private SampleRecords() {}

    static Advertisement bridge(String name, int port, DeviceId id, boolean paired) {
        return bridge(name, port, id, paired, 7);
    }

    static Advertisement bridge(String name, int port, DeviceId id, boolean paired, int number) {
        return new Advertisement(
                name,
                port,
                id,
                "Latchkey",
                new ConfigurationNumber(number),
                paired,
                AccessoryCategory.BRIDGE,
                SetupHash.of(new SetupId("7OSX"), id));
    }
}
