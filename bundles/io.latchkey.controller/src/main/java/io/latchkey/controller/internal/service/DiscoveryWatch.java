// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.service;

import io.latchkey.api.controller.DiscoveredAccessory;
import io.latchkey.api.controller.DiscoveryListener;
import io.latchkey.api.discovery.BrowseListener;
import io.latchkey.api.discovery.DiscoveredBridge;
import io.latchkey.controller.internal.client.ListenerNotifications;
import io.latchkey.controller.internal.link.SeenRecords;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of accessories where a search tells of records. Lives on {@code latchkey-mdns}; the listener on threads of its own. */
final class DiscoveryWatch implements BrowseListener {
    private static final Logger LOG = LoggerFactory.getLogger(DiscoveryWatch.class);

    private final DiscoveryListener listener;
    private final SeenRecords records;
    private final ListenerNotifications notices;
    private final Map<String, DiscoveredAccessory> seen = new HashMap<>();

    DiscoveryWatch(DiscoveryListener listener, SeenRecords records, ListenerNotifications notices) {
        this.notices = notices;
        this.listener = listener;
        this.records = records;
    }

    @Override
    public void found(DiscoveredBridge record) {
        updated(record);
    }

    @Override
    public void updated(DiscoveredBridge record) {
        Optional<DiscoveredAccessory> accessory = TxtRecord.read(record);
        if (accessory.isEmpty()) {
            LOG.debug("The record {} is none of an accessory", record.name());
            lost(record.name());
            return;
        }
        Optional<DiscoveredAccessory> before = Optional.ofNullable(seen.put(record.name(), accessory.get()));
        before.ifPresent(records::gone);
        records.seen(accessory.get());
        notices.add(() -> {
            if (before.isPresent()) {
                listener.updated(accessory.get());
            } else {
                listener.found(accessory.get());
            }
        });
    }

    @Override
    public void lost(String name) {
        Optional.ofNullable(seen.remove(name)).ifPresent(gone -> {
            records.gone(gone);
            notices.add(() -> listener.lost(gone));
        });
    }
}
