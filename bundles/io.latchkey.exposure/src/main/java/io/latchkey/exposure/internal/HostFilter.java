// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.provider.BridgeView;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/**
 * Which hosts a bridge takes items of, as its configuration says. Immutable.
 *
 * @param filter empty for all hosts
 */
record HostFilter(Optional<Filter> filter) {

    /**
     * The hosts of a bridge.
     *
     * @throws IllegalArgumentException when the configuration is no filter
     */
    static HostFilter of(BridgeView bridge) {
        if (bridge.hosts().isBlank()) {
            return new HostFilter(Optional.empty());
        }
        try {
            return new HostFilter(Optional.of(FrameworkUtil.createFilter(bridge.hosts())));
        } catch (InvalidSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "hosts of bridge " + bridge.id() + " is no filter: " + wrong.getMessage(), wrong);
        }
    }

    /** Whether the bridge takes items of a host of that name. */
    boolean takes(String host) {
        return filter.map(each -> each.matches(Map.of(ItemRegistry.PROPERTY_HOST, host)))
                .orElse(true);
    }
}
