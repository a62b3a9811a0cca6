// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.extension.AccessoryExtension;
import io.latchkey.api.extension.BridgeExtension;
import io.latchkey.api.extension.ExtendedBridge;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Brings Eve's history to every bridge whose configuration wants it. Called by bridges, on their threads for code of others;
 * never waits.
 */
@Component
public final class EveHistoryExtension implements AccessoryExtension {
    private final Workers workers;

    /** Begins with the threads on which files are read and written. */
    @Activate
    public EveHistoryExtension(@Reference Workers workers) {
        this.workers = workers;
    }

    @Override
    public String id() {
        return "eve-history";
    }

    @Override
    public BridgeExtension open(ExtendedBridge bridge) {
        return new EveHistory(bridge, workers, System::currentTimeMillis);
    }
}
