// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import io.latchkey.api.model.AccessoryOrigin;
import io.latchkey.api.provider.Absence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An accessory that a bridge shows and that isn't there, or of which parts aren't there. It keeps its place in Home.
 *
 * @param bridge the id of the bridge that shows it
 * @param provider who offered it
 * @param key its key there
 * @param name what people call it; its key when the bridge doesn't know more of it
 * @param origin of which items it is made
 * @param why what isn't there
 * @param since when it was last there
 * @param parts the services and characteristics that are missing of one that is there; empty when all of it is
 * @param hindrance why nobody may prune it at the moment; empty when it can be pruned
 * @param successor the key of a newer accessory of the same provider that could adopt its place
 */
public record AbsentAccessory(
        String bridge,
        String provider,
        String key,
        String name,
        Optional<AccessoryOrigin> origin,
        Absence why,
        Instant since,
        List<String> parts,
        Optional<String> hindrance,
        Optional<String> successor) {

    /** Keeps a copy. */
    public AbsentAccessory {
        parts = List.copyOf(parts);
    }

    /** Whether all of it is absent, and not only parts. */
    public boolean isWhole() {
        return parts.isEmpty();
    }
}
