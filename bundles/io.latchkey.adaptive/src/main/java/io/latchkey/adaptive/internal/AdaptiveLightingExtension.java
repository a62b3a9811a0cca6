// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import io.latchkey.api.extension.AccessoryExtension;
import io.latchkey.api.extension.BridgeExtension;
import io.latchkey.api.extension.ExtendedBridge;
import org.osgi.service.component.annotations.Component;

/** Brings Adaptive Lighting to every bridge. Called by bridges, on their threads for code of others; never waits. */
@Component
public final class AdaptiveLightingExtension implements AccessoryExtension {

    @Override
    public String id() {
        return "adaptive-lighting";
    }

    @Override
    public BridgeExtension open(ExtendedBridge bridge) {
        return new AdaptiveLighting(bridge, System::currentTimeMillis);
    }
}
