// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.lighting.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Behaviour.Step;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import io.latchkey.api.model.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lights, and values and options as tests write them. */
final class LightFixture {
    private LightFixture() {}

    /** A light made of one item or several. */
    static final class Lamp implements Behaviour.Scene {
        final Map<Role, MappingContext> players = new HashMap<>();
        private final Map<Role, ItemState> states = new HashMap<>();

        Lamp with(String item, ItemType type, String state, Map<String, Object> options, Role... roles) {
            for (Role role : roles) {
                assertTrue(role.items().contains(type), type + " can't play " + role);
                players.put(
                        role, new MappingContext(role, Item.of(item, type).build(), new Metadata("Lighting", options)));
                states.put(role, ItemState.parse(type, state).orElseThrow());
            }
            return this;
        }

        @Override
        public Optional<MappingContext> player(Role role) {
            return Optional.ofNullable(players.get(role));
        }

        @Override
        public ItemState state(Role role) {
            return states.getOrDefault(role, ItemState.Missing.NULL);
        }
    }

    static String text(Step<LightBehaviour.State> step) {
        return String.join(
                " ", step.commands().stream().map(each -> each.command().text()).toList());
    }

    static String text(Value value) {
        return value.toString().replaceAll("^\\w+\\[\\w+=|]$", "");
    }

    static Role role(String name) {
        return new Lighting()
                .roles().stream()
                        .filter(role -> role.isCalled(name))
                        .findFirst()
                        .orElseThrow();
    }

    static Map<String, Object> options(String text) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String option : text == null ? new String[0] : text.split(";")) {
            all.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
        }
        return all;
    }

    static Map<Role, Value> values(String text) {
        Map<Role, Value> all = new HashMap<>();
        options(text).forEach((name, value) -> {
            switch (name) {
                case "on" -> all.put(Lighting.ON, Value.of(value.equals("true")));
                case "brightness" -> all.put(Lighting.BRIGHTNESS, Value.of(Long.parseLong((String) value)));
                case "hue" -> all.put(Lighting.HUE, Value.of(Double.parseDouble((String) value)));
                default -> all.put(Lighting.SATURATION, Value.of(Double.parseDouble((String) value)));
            }
        });
        return all;
    }
}
