// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.item.Item;
import io.latchkey.api.model.ServiceCategory;
import io.latchkey.api.model.ServiceType;
import io.latchkey.exposure.internal.language.ExposureRequest;
import io.latchkey.exposure.internal.language.Selection;
import io.latchkey.exposure.internal.tag.ItemPlaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which accessories of items stand alone, and as what: those whose owner says {@code standalone}, and those that the
 * configuration of the bridge names unless their owner says no. Used by one composing at a time.
 */
final class StandaloneChoice {
    /** The option of an item or of the group of an accessory. */
    static final String OPTION = "standalone";

    private final Selection selection;
    private final ItemPlaces places;

    StandaloneChoice(Selection selection, Map<String, Item> items) {
        this.selection = selection;
        this.places = new ItemPlaces(items);
    }

    /** As what the accessory of an item stands alone; empty when a bridge shows it. */
    Optional<AccessoryCategory> of(Item owner, ExposureRequest request, List<ServicePlan> services) {
        boolean isWanted = request.options().flag(OPTION).orElseGet(() -> selection.standsAlone(owner, places));
        return isWanted ? Optional.of(category(services)) : Optional.empty();
    }

    private static AccessoryCategory category(List<ServicePlan> services) {
        List<ServiceType> types =
                services.stream().map(service -> service.type().service()).toList();
        return ServiceCategory.of(types);
    }
}
