// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.openhab.core.storage.Storage;
import org.openhab.core.storage.StorageService;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a fresh install its first bridge, once for ever: that it did so is kept in openHAB's storage, so somebody who
 * deletes the bridge does not get it again. Works on a thread that may wait for openHAB.
 */
@Component(
        service = {},
        immediate = true)
public final class FreshInstall {
    private static final Logger LOG = LoggerFactory.getLogger(FreshInstall.class);
    private static final String STORAGE = "latchkey";
    private static final String DONE = "firstBridge";
    private static final Duration LATER = Duration.ofSeconds(2);

    private final ConfigurationAdmin admin;
    private final StorageService storage;
    private final Workers workers;
    private final Contributors contributors;
    private final FirstBridges.Network network;

    /** Begins at once. */
    @Activate
    public FreshInstall(
            BundleContext context,
            @Reference ConfigurationAdmin admin,
            @Reference StorageService storage,
            @Reference Workers workers,
            @Reference Contributors contributors) {
        this(admin, storage, workers, contributors, new ThisMachine(context));
        begin();
    }

    FreshInstall(
            ConfigurationAdmin admin,
            StorageService storage,
            Workers workers,
            Contributors contributors,
            FirstBridges.Network network) {
        this.admin = admin;
        this.storage = storage;
        this.workers = workers;
        this.contributors = contributors;
        this.network = network;
    }

    void begin() {
        try {
            contributors.execute("first bridge in openHAB", this::furnish);
        } catch (RejectedExecutionException busy) {
            workers.schedule(LATER, this::begin);
        }
    }

    private void furnish() {
        Storage<String> kept = storage.getStorage(STORAGE);
        if (kept.containsKey(DONE)) {
            return;
        }
        try {
            BridgeConfigurations configurations = new BridgeConfigurations(admin);
            if (configurations.all().isEmpty()) {
                addTo(configurations);
            }
            kept.put(DONE, "made");
        } catch (IOException e) {
            LOG.warn("No first bridge could be configured, this is tried again at the next start: {}", e.toString());
        }
    }

    private void addTo(BridgeConfigurations configurations) throws IOException {
        FirstBridges first = new FirstBridges(OldConfiguration.read(admin), network);
        List<Map<String, Object>> all = first.properties();
        for (Map<String, Object> properties : all) {
            configurations.add(properties);
            LOG.info("Bridge {} is configured as \"{}\"", properties.get("id"), properties.get("name"));
        }
        first.note().ifPresent(note -> LOG.info("From the configuration {}: {}", OldConfiguration.PID, note));
    }
}
