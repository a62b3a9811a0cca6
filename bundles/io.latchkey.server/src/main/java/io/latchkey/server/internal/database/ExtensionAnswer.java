// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.extension.ServiceKey;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Service;
import io.latchkey.server.internal.work.CallLanes.ContributorName;
import java.util.List;
import java.util.Map;

/**
 * What one extension adds.
 *
 * @param extension its id
 * @param contributor whose code the functions of its characteristics are
 * @param added by service; nothing stands here for a service about which it failed, an empty list where it adds nothing
 * @param services by accessory, in the same way
 */
public record ExtensionAnswer(
        String extension,
        ContributorName contributor,
        Map<ServiceKey, List<Characteristic>> added,
        Map<AccessoryKey, List<Service>> services) {

    /** Keeps copies. */
    public ExtensionAnswer {
        added = Map.copyOf(added);
        services = Map.copyOf(services);
    }

    /** Whether it says something of an accessory and of each of its services. */
    public boolean isAbout(AccessoryKey key, Accessory accessory) {
        return services.containsKey(key)
                && accessory.services().stream().allMatch(each -> added.containsKey(key.of(each)));
    }
}
