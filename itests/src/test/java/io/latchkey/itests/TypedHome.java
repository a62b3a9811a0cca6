// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import java.util.List;
import java.util.Random;

/**
 * A home in the JSON of openHAB's REST interface, made of accessory types: a group for each accessory, a member for each
 * role, and the groups of types that belong to others inside those. Round after round other kinds of items play the roles.
 */
final class TypedHome {
    /** The name of an accessory that is a plain lamp. */
    static final String LAMP = "Desk Lamp";

    /** Its item. */
    static final String LAMP_ITEM = "DeskLamp";

    private static final List<String> TEXTS = List.of("ON", "AUTO", "HEAT", "OPEN", "DISARM", "1", "nonsense", "");
    private static final List<String> NUMBERS = List.of("0", "1", "2", "3", "21.5", "100", "-40", "999999", "0.001");

    private final List<AccessoryType> types;
    private final Random random;
    private final JsonArray items = new JsonArray();

    TypedHome(List<AccessoryType> types, Random random) {
        this.types = types;
        this.random = random;
    }

    /** The home with that many accessories. */
    String json(int accessories) {
        add(LAMP_ITEM, LAMP, "Switch", "OFF", "Lighting", "");
        List<AccessoryType> owners =
                types.stream().filter(type -> type.linkedUnder().isEmpty()).toList();
        for (int number = 0; number < accessories - 1; number++) {
            AccessoryType type = owners.get(number % owners.size());
            String group = type.name() + number;
            accessory(type, group, "", number / owners.size());
            for (AccessoryType child : types) {
                if (child.linkedUnder().contains(type.name())) {
                    accessory(child, group + child.name(), group, number / owners.size());
                }
            }
        }
        return items.toString();
    }

    /** A state or command of that kind, likely or not. */
    static String state(ItemType type, Random random) {
        return switch (type) {
            case SWITCH -> random.nextBoolean() ? "ON" : "OFF";
            case CONTACT -> random.nextBoolean() ? "OPEN" : "CLOSED";
            case DIMMER, ROLLERSHUTTER -> String.valueOf(random.nextInt(101));
            case COLOR -> random.nextInt(361) + "," + random.nextInt(101) + "," + random.nextInt(101);
            case NUMBER -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case PLAYER -> random.nextBoolean() ? "PLAY" : "PAUSE";
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    private void accessory(AccessoryType type, String group, String parent, int round) {
        add(group, group, "Group", "NULL", type.name(), parent);
        for (Role role : type.roles()) {
            List<ItemType> kinds = role.items().stream().sorted().toList();
            if (!kinds.isEmpty()) {
                ItemType kind = kinds.get(round % kinds.size());
                String state = random.nextInt(4) == 0 ? "UNDEF" : state(kind, random);
                add(group + role.name(), role.name(), kind.text(), state, type.name() + "." + role.name(), group);
            }
        }
    }

    private void add(String name, String label, String kind, String state, String value, String group) {
        JsonObject item = new JsonObject();
        item.addProperty("name", name);
        item.addProperty("label", label);
        item.addProperty("type", kind);
        item.addProperty("state", state);
        JsonArray groups = new JsonArray();
        if (!group.isEmpty()) {
            groups.add(group);
        }
        item.add("groupNames", groups);
        JsonObject homekit = new JsonObject();
        homekit.addProperty("value", value);
        JsonObject metadata = new JsonObject();
        metadata.add("homekit", homekit);
        item.add("metadata", metadata);
        items.add(item);
    }
}
