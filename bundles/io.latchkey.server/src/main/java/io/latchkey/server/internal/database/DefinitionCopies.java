// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Service;
import java.util.List;

/** Definitions that are like others but for one thing; the characteristics in them stay the same objects. */
final class DefinitionCopies {
    private DefinitionCopies() {}

    /** The accessory with those services in place of its own. */
    static Accessory with(Accessory accessory, List<Service> services) {
        Accessory.Builder copy =
                Accessory.of(accessory.key()).info(accessory.info()).missingParts(accessory.missingParts());
        accessory.wishedId().ifPresent(copy::wishedId);
        accessory.identify().ifPresent(copy::identify);
        accessory.origin().ifPresent(copy::origin);
        accessory.standalone().ifPresent(copy::standalone);
        services.forEach(copy::with);
        return copy.build();
    }

    /** The service with more characteristics behind its own. */
    static Service with(Service service, List<Characteristic> more) {
        Service.Builder copy = Service.of(service.type()).key(service.key());
        service.characteristics().forEach(copy::with);
        more.forEach(copy::with);
        service.linked().forEach(copy::linkedTo);
        if (service.isPrimary()) {
            copy.primary();
        }
        if (service.isHidden()) {
            copy.hidden();
        }
        return copy.build();
    }
}
