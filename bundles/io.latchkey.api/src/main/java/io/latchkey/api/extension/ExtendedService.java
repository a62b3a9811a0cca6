// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.extension;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Service;
import java.util.Map;
import java.util.Optional;

/**
 * A service as controllers see it, with what an extension has added.
 *
 * @param key names it for ever
 * @param definition what it is
 * @param isPresent whether somebody stands behind all that its contributor has put
 * @param ids where its characteristics are
 */
public record ExtendedService(
        ServiceKey key, Service definition, boolean isPresent, Map<CharacteristicType, CharacteristicId> ids) {

    /** Keeps a copy. */
    public ExtendedService {
        ids = Map.copyOf(ids);
    }

    /** Where its characteristic of that type is, if it has one. */
    public Optional<CharacteristicId> find(CharacteristicType type) {
        return Optional.ofNullable(ids.get(type));
    }
}
