// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import java.util.List;

/**
 * A row of the catalogue: a type of service, with the characteristics that it must and may have.
 *
 * @param name symbolic name, such as {@code Lightbulb}
 * @param displayName name for people
 * @param uuid the type on the wire
 * @param required the characteristics without which a controller refuses the service
 * @param optional the characteristics that it may have; controllers ignore others
 */
public record ServiceType(
        String name,
        String displayName,
        HapUuid uuid,
        List<CharacteristicType> required,
        List<CharacteristicType> optional) {

    public ServiceType {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    @Override
    public String toString() {
        return name;
    }
}
