// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.store.StoreException;
import io.latchkey.store.internal.JointChanges;
import io.latchkey.store.internal.JointChanges.DueSettings;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the settings of a restore that was killed before it had written them, when the store has been opened. Works on
 * {@code latchkey-disk}.
 */
@Component(
        service = {},
        immediate = true)
public final class UnwrittenSettings {
    private static final Logger LOG = LoggerFactory.getLogger(UnwrittenSettings.class);

    private final JointChanges joint;
    private final ConfiguredSettings settings;

    /** Called by SCR. */
    @Activate
    public UnwrittenSettings(
            @Reference JointChanges joint, @Reference Workers workers, @Reference ConfigurationAdmin configurations) {
        this.joint = joint;
        this.settings = new ConfiguredSettings(configurations);
        try {
            workers.disk().execute(this::write);
        } catch (RejectedExecutionException full) {
            LOG.warn("The disk is too busy to look for settings of a restore: they are written at the next start");
        }
    }

    private void write() {
        try {
            List<DueSettings> due = joint.due();
            if (!due.isEmpty()) {
                settings.put(due);
                joint.settled();
                LOG.info("The settings of a restore are written: {}", due);
            }
        } catch (StoreException refused) {
            LOG.error("The settings of a restore can't be written: {}", refused.getMessage());
        }
    }
}
