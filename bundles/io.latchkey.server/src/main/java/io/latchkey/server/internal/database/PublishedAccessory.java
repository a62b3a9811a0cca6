// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.provider.Absence;
import java.util.List;
import java.util.Optional;

/**
 * An accessory that controllers can see.
 *
 * @param aid its address
 * @param provider the id of its provider
 * @param definition what it is, without its Accessory Information
 * @param name what it calls itself, made legal
 * @param absence why it isn't there; empty while somebody stands behind it
 * @param awaited whether it isn't there and may come soon
 * @param services Accessory Information first
 */
public record PublishedAccessory(
        AccessoryId aid,
        String provider,
        Accessory definition,
        String name,
        Optional<Absence> absence,
        boolean awaited,
        List<PublishedService> services) {

    /** Keeps a copy. */
    public PublishedAccessory {
        services = List.copyOf(services);
    }

    /** Whether it is the server itself, which no provider offers. */
    public boolean isServer() {
        return provider.equals(SnapshotComposer.BRIDGE.provider());
    }

    /** Whether somebody stands behind it. */
    public boolean present() {
        return absence.isEmpty();
    }
}
