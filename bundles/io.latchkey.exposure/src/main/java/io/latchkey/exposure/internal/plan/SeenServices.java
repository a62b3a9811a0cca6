// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import java.util.Set;

/**
 * Which services people see in Home as a thing with a name. The others tell about the accessory, such as its battery, are
 * parts of what another one shows, such as the inputs of a television, or are nothing that Home knows. Stateless.
 */
final class SeenServices {
    private static final Set<HapUuid> UNSEEN = Set.of(
            ServiceTypes.BATTERY.uuid(),
            ServiceTypes.DOORBELL.uuid(),
            ServiceTypes.FILTER_MAINTENANCE.uuid(),
            ServiceTypes.INPUT_SOURCE.uuid(),
            ServiceTypes.MICROPHONE.uuid(),
            ServiceTypes.SERVICE_LABEL.uuid(),
            ServiceTypes.SPEAKER.uuid());

    private SeenServices() {}

    /** Whether people see a service of that type. */
    static boolean isSeen(ServiceType type) {
        return type.uuid().isApple() && !UNSEEN.contains(type.uuid());
    }
}
