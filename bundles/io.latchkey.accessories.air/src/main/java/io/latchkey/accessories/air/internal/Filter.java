// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Derivation;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Measure;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/**
 * A filter that has to be changed from time to time; a member of an air purifier's group belongs to that. Where only
 * its life is known, it has to be changed once that is below option {@code lowThreshold}.
 */
@Component
public final class Filter implements AccessoryType {
    private static final String THRESHOLD = "lowThreshold";
    private static final double USUAL_THRESHOLD = 5;

    private static final Role CHANGE = Role.required(
                    "FilterChangeIndication", CharacteristicTypes.FILTER_CHANGE_INDICATION)
            .alias("FilterCHangeIndication")
            .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
            .preset(Value.of(0))
            .by(Mappings.enumeration("NO_CHANGE_NEEDED", "CHANGE_NEEDED")
                    .also("NO_CHANGED_NEEDED", "CHANGED_NEEDED")
                    .also("FILTER_OK", "CHANGE_FILTER"));
    private static final Role LIFE = Role.optional("FilterLifeLevel", CharacteristicTypes.FILTER_LIFE_LEVEL)
            .items(ItemType.DIMMER, ItemType.NUMBER)
            .sharing(THRESHOLD)
            .by(Mappings.percent());

    private static final Role RESET = Role.optional(
                    "FilterResetIndication", CharacteristicTypes.RESET_FILTER_INDICATION)
            .items(ItemType.SWITCH)
            .by(Mappings.bool());
    private static final List<Role> ROLES = List.of(CHANGE, LIFE, RESET);
    private static final Behaviour<?> BEHAVIOUR = new Derivation(ROLES, Filter::derived);

    @Override
    public String name() {
        return "Filter";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.FILTER_MAINTENANCE;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    @Override
    public Optional<String> lacks(Set<Role> filled) {
        return filled.contains(CHANGE) || filled.contains(LIFE)
                ? Optional.empty()
                : Optional.of("Filter needs FilterChangeIndication or FilterLifeLevel: note \"Filter.FilterLifeLevel\""
                        + " at a Number of the group.");
    }

    @Override
    public Optional<Behaviour<?>> behaviour() {
        return Optional.of(BEHAVIOUR);
    }

    @Override
    public Set<String> linkedUnder() {
        return Set.of("AirPurifier");
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.number(
                THRESHOLD, "with FilterLifeLevel alone, it has to be changed below this many percent, 5 without it"));
    }

    private static Map<Role, Value> derived(Behaviour.Scene scene) {
        Optional<MappingContext> player = scene.player(LIFE);
        boolean isTold = scene.player(CHANGE).isPresent() || player.isEmpty();
        return isTold
                ? Map.of()
                : scene.value(LIFE)
                        .filter(Value.Decimal.class::isInstance)
                        .map(life -> ((Value.Decimal) life).number() < threshold(player.get()))
                        .map(isLow -> Map.of(CHANGE, Value.of(isLow ? 1 : 0)))
                        .orElse(Map.of());
    }

    private static double threshold(MappingContext player) {
        return Measure.PERCENT
                .option(player, THRESHOLD)
                .map(BigDecimal::doubleValue)
                .orElse(USUAL_THRESHOLD);
    }
}
